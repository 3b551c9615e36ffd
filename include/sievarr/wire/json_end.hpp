#pragma once

#include <sievarr/document/json_scan.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

/// Where things end in a JSON text that nobody wants to read. Only what stands in strings is told
/// from what does not; whether all of it is JSON is not asked.
namespace sievarr::wire {

/// The closing quote of a string, from behind the opening one; the end of the text without any.
inline char const* json_string_end(char const* at, char const* end) {
  while (at != end) {
    at = document::json_plain_end(at, end);
    if (at == end || *at == '"') return at;
    bool const escapes = *at++ == '\\';
    if (escapes && at != end) ++at;
  }
  return end;
}

/// How long the object is that a text begins with; none where it has no end.
inline std::optional<std::size_t> json_object_length(std::string_view text) {
  auto const* at = text.data();
  auto const* const end = at + text.size();
  std::size_t depth = 0;
  for (; at != end; ++at) {
    if (*at == '"' && (at = json_string_end(at + 1, end)) == end) break;
    if (*at == '{' || *at == '[') ++depth;
    bool const closes = *at == '}' || *at == ']';
    if (closes && (depth == 0 || --depth == 0))
      return static_cast<std::size_t>(at + 1 - text.data());
  }
  return std::nullopt;
}

}  // namespace sievarr::wire
