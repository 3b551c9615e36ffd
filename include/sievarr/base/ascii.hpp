#pragma once

#include <string>

namespace sievarr {

constexpr char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// A text with small letters for its capitals of ASCII, for words of protocols and file formats;
/// what people wrote is folded.
inline std::string ascii_lowered(std::string text) {
  for (char& letter : text) letter = ascii_lower(letter);
  return text;
}

}  // namespace sievarr
