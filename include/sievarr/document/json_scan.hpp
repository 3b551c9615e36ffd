#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// How far simple things reach in a JSON text.
namespace sievarr::document {

inline bool is_json_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

/// Whether a byte stands for itself inside a JSON string: ASCII, no control, no quote, no
/// backslash.
inline bool is_json_plain(char letter) {
  auto const byte = static_cast<unsigned char>(letter);
  return byte >= 0x20 && byte < 0x80 && letter != '"' && letter != '\\';
}

/// Marks those of eight bytes that do not stand for themselves; the lowest mark is exact.
inline std::uint64_t json_marks(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
  constexpr std::uint64_t highs = ones * 0x80;
  auto const quotes = eight ^ (ones * '"');
  auto const slashes = eight ^ (ones * '\\');
  auto const zeros = ((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes);
  return (zeros | (eight - ones * 0x20) | eight) & highs;
}

/// The first byte that does not stand for itself inside a string, eight at a time.
inline char const* json_plain_end(char const* at, char const* end) {
  while (end - at >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    if (auto const marks = json_marks(eight)) {
      if constexpr (std::endian::native == std::endian::little)
        return at + std::countr_zero(marks) / 8;
      break;
    }
    at += 8;
  }
  while (at != end && is_json_plain(*at)) ++at;
  return at;
}

/// The value of a hexadecimal digit, or 16.
inline char32_t hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<char32_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<char32_t>(digit - 'a' + 10);
  if (digit >= 'A' && digit <= 'F') return static_cast<char32_t>(digit - 'A' + 10);
  return 16;
}

/// How many bytes at the start of a text are a number as RFC 8259 writes them; 0 for none.
inline std::size_t json_number_length(std::string_view text) {
  std::size_t at = 0;
  auto const is = [&](char letter) { return at < text.size() && text[at] == letter; };
  auto const digits = [&] {
    auto const first = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at > first;
  };
  if (is('-')) ++at;
  if (is('0')) {
    ++at;
  } else if (!digits()) {
    return 0;
  }
  if (is('.')) {
    ++at;
    if (!digits()) return 0;
  }
  if (is('e') || is('E')) {
    ++at;
    if (is('+') || is('-')) ++at;
    if (!digits()) return 0;
  }
  return at;
}

}  // namespace sievarr::document
