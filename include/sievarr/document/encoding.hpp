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

/// A control character that YAML and JSON refuse even in quotes; line breaks and tabs are none.
inline bool is_forbidden(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
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
  auto const control = static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(),
                   [](char byte) { return is_forbidden(static_cast<unsigned char>(byte)); }) -
      text.begin());
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
                     .message = "the control character " + quoted(text.substr(at, 1)) +
                                " cannot stand in a document; remove it",
                     .at = at};
}

}  // namespace sievarr::document
