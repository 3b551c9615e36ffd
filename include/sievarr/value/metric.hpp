#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// What a program counts about itself. A described struct of these is what Prometheus scrapes.
namespace sievarr::value {

/// A number that goes up and down.
struct Gauge {
  double value = 0;

  bool operator==(Gauge const&) const = default;
};

/// A number that only grows; its name ends in _total.
struct Counter {
  double value = 0;

  void add(double more = 1) { value += more; }
  bool operator==(Counter const&) const = default;
};

/// How often something took how long, in seconds.
struct Histogram {
  static constexpr std::array<double, 12> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                 0.05,   0.1,   0.25,   1,     2.5,  10};

  std::array<std::uint64_t, bounds.size() + 1> counts{};  ///< The last one is above all bounds.
  double sum = 0;

  void observe(double seconds) {
    auto const bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    ++counts[static_cast<std::size_t>(bucket)];
    sum += seconds;
  }
  bool operator==(Histogram const&) const = default;
};

/// A name of a label, as an argument of a template.
template <std::size_t Size>
struct LabelName {
  char letters[Size]{};

  constexpr LabelName(char const (&text)[Size]) { std::copy_n(text, Size, letters); }
  constexpr std::string_view text() const { return {letters, Size - 1}; }
};

/// A metric once for each combination of labels that occurred:
/// `Labelled<Counter, "service", "status"> requests; requests.at("tvmaze", "200").add();`
template <class Metric, LabelName... Names>
struct Labelled {
  using Labels = std::array<std::string, sizeof...(Names)>;
  static constexpr std::array<std::string_view, sizeof...(Names)> names{Names.text()...};

  std::map<Labels, Metric> series;

  template <class... Texts>
  Metric& at(Texts const&... labels) {
    static_assert(sizeof...(Texts) == sizeof...(Names), "each label needs a value");
    return series[Labels{std::string{labels}...}];
  }
  bool operator==(Labelled const&) const = default;
};

}  // namespace sievarr::value
