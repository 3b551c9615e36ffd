#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/metric.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::derive {

/// A described struct of metrics as the text that Prometheus scrapes: the field's name is the
/// metric's, its sentence is the help. An optional metric without a value is left out.
class Prometheus {
 public:
  enum class Dialect : std::uint8_t { prometheus, open_metrics };

  explicit Prometheus(Dialect dialect) : dialect_(dialect) {}

  template <reflect::Described T>
  void add(T const& metrics) {
    reflect::for_each_field<T>(
        [&](auto field) { metric(field.name, field.text, field.in(metrics)); });
  }

  std::string take() && {
    if (dialect_ == Dialect::open_metrics) out_ += "# EOF\n";
    return std::move(out_);
  }

 private:
  using Labels = std::string;

  template <class M>
  void metric(std::string_view name, std::string_view help, std::optional<M> const& maybe) {
    if (maybe) metric(name, help, *maybe);
  }

  template <class M, value::LabelName... Names>
  void metric(std::string_view name, std::string_view help,
              value::Labelled<M, Names...> const& labelled) {
    if (labelled.series.empty()) return;
    head(name, help, M{});
    for (auto const& [texts, each] : labelled.series) {
      Labels labels;
      for (std::size_t at = 0; at < texts.size(); ++at)
        append_label(labels, labelled.names[at], texts[at]);
      samples(name, labels, each);
    }
  }

  template <class M>
  void metric(std::string_view name, std::string_view help, M const& plain) {
    head(name, help, plain);
    samples(name, "", plain);
  }

  static constexpr std::string_view type(value::Gauge const&) { return "gauge"; }
  static constexpr std::string_view type(value::Counter const&) { return "counter"; }
  static constexpr std::string_view type(value::Histogram const&) { return "histogram"; }

  template <class M>
  void head(std::string_view name, std::string_view help, M const& of) {
    // OpenMetrics names the family of a counter without the end that its samples have.
    constexpr std::string_view end = "_total";
    bool const cut = dialect_ == Dialect::open_metrics && type(of) == "counter";
    if (cut && name.ends_with(end)) name.remove_suffix(end.size());
    out_.append("# HELP ").append(name).append(" ");
    append_escaped(out_, help, dialect_ == Dialect::open_metrics ? "\\\"" : "\\");
    out_.append("\n# TYPE ").append(name).append(" ").append(type(of)).append("\n");
  }

  void samples(std::string_view name, Labels const& labels, value::Gauge const& gauge) {
    line(name, labels, to_text(gauge.value));
  }
  void samples(std::string_view name, Labels const& labels, value::Counter const& counter) {
    line(name, labels, to_text(counter.value));
  }
  void samples(std::string_view name, Labels const& labels, value::Histogram const& histogram) {
    std::uint64_t count = 0;
    auto const whole = std::string{name};
    for (std::size_t at = 0; at < histogram.counts.size(); ++at) {
      count += histogram.counts[at];
      auto bounded = labels;
      bool const last = at == histogram.bounds.size();
      append_label(bounded, "le", last ? "+Inf" : to_text(histogram.bounds[at]));
      line(whole + "_bucket", bounded, to_text(count));
    }
    line(whole + "_sum", labels, to_text(histogram.sum));
    line(whole + "_count", labels, to_text(count));
  }

  void line(std::string_view name, Labels const& labels, std::string const& number) {
    out_ += name;
    if (!labels.empty()) out_.append("{").append(labels).append("}");
    out_.append(" ").append(number).append("\n");
  }

  static void append_label(Labels& labels, std::string_view name, std::string_view text) {
    labels.append(labels.empty() ? "" : ",").append(name).append("=\"");
    append_escaped(labels, text, "\\\"");
    labels += '"';
  }

  static void append_escaped(std::string& out, std::string_view text, std::string_view special) {
    for (char const letter : text) {
      if (special.find(letter) != special.npos) out += '\\';
      if (letter == '\n')
        out += "\\n";
      else
        out += letter;
    }
  }

  Dialect dialect_;
  std::string out_;
};

}  // namespace sievarr::derive
