#pragma once

#include <sievarr/derive/difference.hpp>
#include <sievarr/derive/outline.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::derive {

/// The reference of a type and of every described type that it leads to, as Markdown.
class Reference {
 public:
  /// Writes the section of a type, then those of the types it names, each once.
  void section(Outline const& type, std::string_view heading) {
    started_.push_back(type.name);
    std::string text = "## ";
    text.append(heading).append("\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
    auto const defaults = defaults_of(type);
    std::string samples;
    for (auto const& field : type.fields) {
      text.append("| `").append(field.name).append("` | ").append(kind(field.type())).append(" | ");
      text.append(field.required ? "required" : shown(default_of(defaults, field.name)));
      text.append(" | ").append(field.text).append(example_of(field.example)).append(" |\n");
      samples += sample_of(field.name, field.example);
    }
    text_ += text + "\n" + samples;
    for (auto const& field : type.fields) mention(field.type());
  }

  /// Writes the sections of a type and of those it names, but those that are there.
  void mention(Outline const& type) {
    if (!type.is_described()) {
      for (auto const part : type.parts) mention(part());
      return;
    }
    for (auto const& known : started_)
      if (known == type.name) return;
    section(type, type.name);
  }

  std::string take() { return std::move(text_); }

 private:
  /// How the reference calls a type: in words, or as a link to its section.
  static std::string kind(Outline const& type) {
    using enum Outline::Kind;
    switch (type.kind) {
      case scalar: return std::string{type.shape.expected};
      case enumeration: return words_of(type);
      case maybe: return kind(type.part());
      case list: return "list: " + kind(type.part());
      case one_or_many: return kind(type.part()) + ", or a list of them";
      case table: return "names, each with " + kind(type.part());
      case choice: return alternatives_of(type);
      case shortened: return kind(type.part()) + ", or " + link(type.name);
      case described: break;
    }
    return link(type.name);
  }

  /// What they mean that people are shown stands in a reference of its own.
  static std::string words_of(Outline const& type) {
    std::string words;
    for (auto const& word : type.words())
      words.append(words.empty() ? "`" : ", `").append(word).append("`");
    return type.labels.empty() ? words : words + "; see " + link(type.name, "words.md");
  }

  static std::string alternatives_of(Outline const& type) {
    std::string text;
    for (auto const part : type.parts)
      text.append(text.empty() ? "" : ", or ").append(kind(part()));
    return text;
  }

  /// A link to the section of a type, in this reference or in another.
  static std::string link(std::string_view name, std::string const& file = "") {
    return "[" + std::string{name} + "](" + file + "#" + ascii_lowered(std::string{name}) + ")";
  }

  static std::string shown(document::Node const& node) {
    if (document::is_null(node) || !document::scalar(node)) return "";
    auto const text = one_line(&node);
    return text.empty() ? "" : "`" + text + "`";
  }

  static std::string example_of(std::string_view example) {
    if (example.empty() || example.find('\n') != example.npos) return "";
    return std::string{" Example: `"}.append(example).append("`");
  }

  /// An example of several lines stands below the table.
  static std::string sample_of(std::string_view name, std::string_view example) {
    if (example.find('\n') == example.npos) return "";
    std::string text = "```yaml\n";
    text.append(name).append(":\n").append(example);
    return text + "```\n\n";
  }

  std::string text_;
  std::vector<std::string_view> started_;
};

/// The reference of T and of all that it contains, as Markdown.
template <reflect::Described T>
std::string docs(std::string_view heading) {
  Reference reference;
  reference.section(outline<T>(), heading);
  return reference.take();
}

}  // namespace sievarr::derive
