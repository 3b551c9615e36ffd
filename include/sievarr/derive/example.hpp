#pragma once

#include <sievarr/derive/outline.hpp>
#include <sievarr/document/write_yaml.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::derive {

/// Puts something in front of every line of a text.
inline std::string prefixed(std::string_view text, std::string_view prefix) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.append(prefix).append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// Whether a sample has a key that is no comment.
inline bool says_something(std::string_view sample) {
  while (!sample.empty()) {
    if (sample.front() != '#' && sample.front() != ' ') return true;
    sample.remove_prefix(std::min(sample.find('\n'), sample.size() - 1) + 1);
  }
  return false;
}

inline std::string example(Outline const& type);

inline std::string example_below(FieldOutline const& field) {
  std::string const key{field.name};
  if (!field.example.empty()) return "# " + key + ": " + std::string{field.example} + "\n";
  auto const below = example(field.type());
  return (says_something(below) ? "" : "# ") + key + ":\n" + prefixed(below, "  ");
}

inline std::string example_entry(FieldOutline const& field, document::Node const& node) {
  auto const& type = field.type();
  std::string const key{field.name};
  if (type.kind == Outline::Kind::described) return example_below(field);
  if (type.kind == Outline::Kind::one_or_many)
    return "# " + key + ":\n" + prefixed(example(type.part()), "#   ");
  if (field.required) return key + ": " + std::string{field.example} + "\n";
  if (type.is_scalar() && !type.shape.secret && !document::is_null(node))
    return document::write_yaml(document::object_node({document::member(key, node)}));
  if (field.example.empty()) return "# " + key + ":\n";
  if (field.example.find('\n') == field.example.npos)
    return "# " + key + ": " + std::string{field.example} + "\n";
  return "# " + key + ":\n" + prefixed(field.example, "#   ");
}

inline std::string example(Outline const& type) {
  std::string out;
  auto const defaults = defaults_of(type);
  for (auto const& field : type.fields) {
    if (!field.text.empty()) out.append("# ").append(field.text).append("\n");
    out += example_entry(field, default_of(defaults, field.name));
  }
  return out;
}

/// A commented file that says every default and shows what else could be said. Apart from
/// required values, reading it gives the defaults.
template <reflect::Described T>
std::string example() {
  return example(outline<T>());
}

}  // namespace sievarr::derive
