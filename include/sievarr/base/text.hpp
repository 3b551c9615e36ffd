#pragma once

#include <sievarr/base/fold.hpp>
#include <sievarr/base/utf8.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace sievarr {

/// Unicode's property White_Space.
inline bool is_space(char32_t point) {
  if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
  if (point >= 0x2000 && point <= 0x200A) return true;
  return point == 0x85 || point == 0xA0 || point == 0x1680 || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

/// The code point at the end of a text that is not empty.
inline CodePoint last_code_point(std::string_view text) {
  for (std::size_t size = 2; size <= 4 && size <= text.size(); ++size) {
    auto const point = first_code_point(text.substr(text.size() - size));
    if (point.size == size) return point;
  }
  return first_code_point(text.substr(text.size() - 1));
}

/// The text without white space at its ends.
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    auto const point = first_code_point(text);
    if (!is_space(point.value)) break;
    text.remove_prefix(point.size);
  }
  while (!text.empty()) {
    auto const point = last_code_point(text);
    if (!is_space(point.value)) break;
    text.remove_suffix(point.size);
  }
  return text;
}

/// Whether two texts differ in case and outer white space at most.
inline bool same_text(std::string_view a, std::string_view b) {
  a = trimmed(a);
  b = trimmed(b);
  return a == b || fold(a) == fold(b);
}

/// Whether a code point would break or bend the line that it is shown in: controls, separators,
/// and the marks that change the direction of writing.
inline bool is_treacherous(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

/// Writes a code point as \n, \t or with its number.
inline void append_escaped(std::string& text, char32_t point, int digits) {
  if (point == '\n') return void(text += "\\n");
  if (point == '\t') return void(text += "\\t");
  text += digits == 2 ? "\\x" : "\\u";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
    text += "0123456789abcdef"[(point >> shift) & 0xF];
}

/// The text as a message shows it: in double quotes, on one line, cut when it is long.
inline std::string quoted(std::string_view text) {
  std::string shown = "\"";
  for (int count = 0; !text.empty(); ++count) {
    if (count == 60) return shown + "…\"";
    auto const point = first_code_point(text);
    if (point.value == no_code_point) {
      append_escaped(shown, static_cast<unsigned char>(text[0]), 2);
    } else if (is_treacherous(point.value)) {
      append_escaped(shown, point.value, 4);
    } else {
      if (point.value == '"') shown += '\\';
      shown += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  return shown + '"';
}

// A std::string would also fit std::quoted, which is found where <iomanip> has been included.
inline std::string quoted(std::string const& text) { return quoted(std::string_view{text}); }
inline std::string quoted(std::string& text) { return quoted(std::string_view{text}); }
inline std::string quoted(char const* text) { return quoted(std::string_view{text}); }

/// "a, b and c"; with a comma for the last link, "a, b, c".
template <class Words>
std::string listed(Words const& words, std::string_view last = "and") {
  auto const count = static_cast<std::size_t>(std::distance(std::begin(words), std::end(words)));
  std::string text;
  std::size_t at = 0;
  for (auto const& word : words) {
    bool const is_last = ++at == count;
    if (at > 1 && is_last && last != ",") {
      text.append(" ").append(last).append(" ");
    } else if (at > 1) {
      text += ", ";
    }
    text += word;
  }
  return text;
}

}  // namespace sievarr
