#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/document/limits.hpp>
#include <sievarr/document/positions.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// What keeps bytes from being the text of a document, whatever its language.
struct Misencoding {
  std::string_view code;
  std::string message;
  std::size_t at = 0;
  bool has_lines = true;
};

/// The name of an encoding that is not UTF-8, by its byte order mark or by its zero bytes.
inline std::string_view foreign_encoding(std::string_view text) {
  auto const starts = [&](char const* bytes, std::size_t count) {
    return text.starts_with(std::string_view(bytes, count));
  };
  if (starts("\xFF\xFE\0\0", 4) || starts("\0\0\xFE\xFF", 4)) return "UTF-32";
  if (starts("\xFF\xFE", 2) || starts("\xFE\xFF", 2)) return "UTF-16";
  auto const zero = [&](std::size_t at) { return at < text.size() && text[at] == '\0'; };
  if (text.size() >= 4 && zero(0) != zero(1) && zero(0) == zero(2) && zero(1) == zero(3))
    return "UTF-16";
  return "";
}

/// A code point that YAML refuses even in quotes; line breaks and tabs are fine.
inline bool is_forbidden(char32_t point) {
  if (point < 0x20) return point != '\t' && point != '\n' && point != '\r';
  return (point >= 0x7F && point < 0xA0 && point != 0x85) || point == 0xFFFE || point == 0xFFFF;
}

/// Where the first of them stands; the end of the text when there is none before bytes that are no
/// UTF-8.
inline std::size_t first_forbidden(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const point = first_code_point(text.substr(at));
    if (point.value == no_code_point) return text.size();
    if (is_forbidden(point.value)) return at;
    at += point.size;
  }
  return at;
}

/// The first thing that keeps a text from being read as a document at all.
inline std::optional<Misencoding> misencoding(std::string_view text) {
  if (text.size() > most_bytes)
    return Misencoding{.code = "too-large",
                       .message = "must be at most " + std::to_string(most_bytes) + " bytes, got " +
                                  std::to_string(text.size()),
                       .has_lines = false};
  if (auto const name = foreign_encoding(text); !name.empty())
    return Misencoding{.code = "bad-encoding",
                       .message = "must be UTF-8, got " + std::string(name) + "; save it as UTF-8",
                       .has_lines = false};
  auto const invalid = first_invalid_utf8(text).value_or(text.size());
  auto const control = first_forbidden(text);
  auto const at = std::min(invalid, control);
  if (at == text.size()) return std::nullopt;
  if (invalid < control)
    return Misencoding{.code = "bad-encoding",
                       .message = "must be UTF-8, got the byte " + quoted(text.substr(at, 1)) +
                                  "; save it as UTF-8",
                       .at = at};
  if (text[at] == '\0')
    return Misencoding{.code = "bad-encoding",
                       .message = "must be text, got a zero byte; is this another kind of file?",
                       .at = at};
  return Misencoding{.code = "bad-character",
                     .message = "the control character " +
                                quoted(text.substr(at, first_code_point(text.substr(at)).size)) +
                                " cannot stand in a document; remove it",
                     .at = at};
}

}  // namespace sievarr::document
