#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr {

/// One code point at the start of a text and the bytes that it takes. Bytes that are not UTF-8
/// come one by one, as no_code_point.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
};

inline constexpr char32_t no_code_point = 0xFFFF'FFFF;

/// How many of the first bytes are ASCII, as far as steps of eight tell.
inline std::size_t leading_ascii(std::string_view text) {
  std::size_t at = 0;
  while (text.size() - at >= sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080'8080'8080'8080) break;
    at += sizeof eight;
  }
  return at;
}

/// The code point at the start of a text that is not empty. Strict as RFC 3629: no overlong
/// forms, no surrogates, nothing beyond U+10FFFF.
inline CodePoint first_code_point(std::string_view text) {
  auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  auto const lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return {no_code_point, 1};
  std::size_t const size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < size) return {no_code_point, 1};
  char32_t value = lead & (0x7FU >> size);
  for (std::size_t at = 1; at < size; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return {no_code_point, 1};
    value = (value << 6) | (byte(at) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x1'0000};
  bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[size] || surrogate || value > 0x10'FFFF) return {no_code_point, 1};
  return {value, size};
}

/// Writes a code point behind a text.
inline void append_utf8(std::string& text, char32_t point) {
  auto const put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | (point >> 6));
  } else if (point < 0x1'0000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
  }
  put(0x80 | (point & 0x3F));
}

/// Where a text stops being UTF-8; none when all of it is.
inline std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const rest = text.substr(at);
    if (auto const ascii = leading_ascii(rest)) {
      at += ascii;
      continue;
    }
    auto const point = first_code_point(rest);
    if (point.value == no_code_point) return at;
    at += point.size;
  }
  return std::nullopt;
}

/// How many code points a text of valid UTF-8 has.
inline std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// How long a text of valid UTF-8 is for JavaScript and for editors.
inline std::size_t utf16_units(std::string_view text) {
  return code_points(text) +
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
           return static_cast<unsigned char>(byte) >= 0xF0;
         }));
}

}  // namespace sievarr
