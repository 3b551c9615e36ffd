#pragma once

#include <sievarr/base/result.hpp>
#include <sievarr/document/node.hpp>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::document {

/// The way from the root of a document to one of its values: keys and indices.
using Path = std::vector<std::variant<std::string, std::size_t>>;

/// Whether a key can stand in a path without quotes.
inline bool is_bare_key(std::string_view key) {
  return !key.empty() && key.find_first_of(".[]\" \t\r\n") == std::string_view::npos;
}

/// Puts a key behind a path: "selections[2]" and "rating" are "selections[2].rating". Keys that
/// would be misread stand in brackets and quotes.
inline std::string joined(std::string path, std::string_view key) {
  if (is_bare_key(key)) {
    if (!path.empty()) path += '.';
    return path.append(key);
  }
  path += "[\"";
  for (auto const letter : key) {
    if (letter == '"' || letter == '\\') path += '\\';
    path += letter;
  }
  return path + "\"]";
}

inline std::string joined(std::string path, std::size_t index) {
  return std::move(path) + "[" + std::to_string(index) + "]";
}

/// "selections[2].rating.min"; empty for the whole document.
inline std::string to_text(Path const& path) {
  std::string text;
  for (auto const& step : path)
    text = std::visit([&](auto const& at) { return joined(std::move(text), at); }, step);
  return text;
}

}  // namespace sievarr::document
