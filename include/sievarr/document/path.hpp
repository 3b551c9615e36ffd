#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/node.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::document {

// A path has a text as numbers have one; neither hides the other.
using sievarr::to_text;

/// The way from the root of a document to one of its values: keys and indices.
using Path = std::vector<std::variant<std::string, std::size_t>>;

/// Whether a key can stand in a path without quotes.
inline bool is_bare_key(std::string_view key) {
  return !key.empty() && key.find_first_of(".[]\"\\ \t\r\n") == std::string_view::npos;
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

/// Takes a path apart, step by step.
class PathReader {
 public:
  explicit PathReader(std::string_view text) : text_(text), rest_(text) {}

  Result<Path, Misfit> path() && {
    Path path;
    while (!rest_.empty() && fits_) {
      auto const is_first = path.empty();
      if (rest_.starts_with("[\""))
        path.emplace_back(quoted_key());
      else if (rest_.starts_with("["))
        path.emplace_back(index());
      else if (is_first || take("."))
        path.emplace_back(bare_key());
      else
        fits_ = false;
    }
    if (fits_) return path;
    return Misfit{
        .code = "bad-path",
        .message = "must be a path such as selections[2].rating.min, got " + quoted(text_)};
  }

 private:
  bool take(std::string_view start) {
    if (!rest_.starts_with(start)) return false;
    rest_.remove_prefix(start.size());
    return true;
  }

  std::string bare_key() {
    auto const key = rest_.substr(0, rest_.find_first_of(".["));
    rest_.remove_prefix(key.size());
    fits_ = is_bare_key(key);
    return std::string(key);
  }

  std::size_t index() {
    auto const close = rest_.find(']');
    auto const number = to_integer(rest_.substr(1, close == rest_.npos ? 0 : close - 1));
    fits_ = close != rest_.npos && number && *number >= 0;
    if (!fits_) return 0;
    rest_.remove_prefix(close + 1);
    return static_cast<std::size_t>(*number);
  }

  std::string quoted_key() {
    take("[\"");
    std::string key;
    while (!rest_.empty() && rest_.front() != '"') {
      take("\\");
      if (rest_.empty()) break;
      key += rest_.front();
      rest_.remove_prefix(1);
    }
    fits_ = take("\"]");
    return key;
  }

  std::string_view text_;
  std::string_view rest_;
  bool fits_ = true;
};

/// The path that a text writes; the inverse of to_text.
inline Result<Path, Misfit> read_path(std::string_view text) { return PathReader(text).path(); }

/// The value one step below another, if there is one.
inline Node const* below(Node const& node, Path::value_type const& step) {
  if (auto const* key = std::get_if<std::string>(&step)) return find(node, *key);
  auto const index = std::get<std::size_t>(step);
  auto const* items = sequence(node);
  return items && index < items->size() ? &(*items)[index] : nullptr;
}

/// The value that a path leads to, if there is one.
inline Node const* find(Node const& node, Path const& path) {
  auto const* found = &node;
  for (auto const& step : path)
    if (found) found = below(*found, step);
  return found;
}

/// Where the value of a path stands; where its nearest existing ancestor does, if there is none.
inline Place place_of(Node const& node, Path const& path) {
  auto const* nearest = &node;
  for (auto const& step : path) {
    auto const* next = below(*nearest, step);
    if (!next) break;
    nearest = next;
  }
  return nearest->place;
}

}  // namespace sievarr::document
