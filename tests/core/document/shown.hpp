#pragma once

#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>

#include <string>

namespace sievarr::test {

/// A text in double quotes, on one line.
inline std::string in_quotes(std::string const& text) {
  std::string result = "\"";
  for (auto const letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    if (letter == '\n')
      result += "\\n";
    else if (letter == '\t')
      result += "\\t";
    else
      result += letter;
  }
  return result + "\"";
}

/// A tree on one line: {a: 1, b: [x, "quoted", null]}. A plain text that would be misread stands
/// in parentheses.
inline std::string shown(document::Node const& node) {
  std::string text;
  if (auto const* found = document::scalar(node)) {
    if (document::is_null(node)) return "null";
    if (found->style == document::Scalar::Style::quoted) return in_quotes(found->text);
    auto const simple = found->text.find_first_of(",:[]{}\"() \n") == std::string::npos;
    return simple ? found->text : "(" + in_quotes(found->text) + ")";
  }
  if (auto const* items = document::sequence(node)) {
    for (auto const& item : *items) text += (text.empty() ? "" : ", ") + shown(item);
    return "[" + text + "]";
  }
  for (auto const& member : *document::mapping(node))
    text += (text.empty() ? "" : ", ") +
            (document::is_bare_key(member.key) ? member.key : in_quotes(member.key)) + ": " +
            shown(member.value);
  return "{" + text + "}";
}

/// Where a value stands, and its bytes: "2:5 12-17".
inline std::string shown(Place const& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
         std::to_string(place.begin) + "-" + std::to_string(place.end);
}

/// One line per key and value: its path and where it stands.
inline std::string places(document::Node const& node, std::string const& path = "") {
  auto text = (path.empty() ? "." : path) + " " + shown(node.place) + "\n";
  if (auto const* items = document::sequence(node)) {
    for (std::size_t at = 0; at < items->size(); ++at)
      text += places((*items)[at], document::joined(path, at));
  } else if (auto const* members = document::mapping(node)) {
    for (auto const& member : *members) {
      auto const inner = document::joined(path, member.key);
      text += "key " + inner + " " + shown(member.key_place) + "\n" + places(member.value, inner);
    }
  }
  return text;
}

}  // namespace sievarr::test
