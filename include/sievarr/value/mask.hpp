#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace sievarr::value {

/// What programs show in the place of each letter of a secret: asterisks, bullets and dots.
inline constexpr std::array<std::string_view, 10> mask_letters{
    "*",
    ".",
    "\xC2\xB7",      // middle dot
    "\xE2\x80\xA2",  // bullet
    "\xE2\x80\xA6",  // ellipsis
    "\xE2\x88\x99",  // bullet operator
    "\xE2\x8B\x85",  // dot operator
    "\xE2\x97\x8F",  // black circle
    "\xE2\x9A\xAB",  // medium black circle
    "\xE2\xAC\xA4",  // black large circle
};

/// Whether a text is what is shown instead of a secret: at least three asterisks, bullets or dots,
/// and nothing else. An ellipsis is three dots.
constexpr bool is_mask(std::string_view text) {
  constexpr std::size_t least = 3;
  constexpr std::string_view ellipsis = "\xE2\x80\xA6";
  std::size_t letters = 0;
  while (!text.empty()) {
    auto const letter = std::find_if(mask_letters.begin(), mask_letters.end(),
                                     [&](auto each) { return text.starts_with(each); });
    if (letter == mask_letters.end()) return false;
    letters += *letter == ellipsis ? least : 1;
    text.remove_prefix(letter->size());
  }
  return letters >= least;
}

}  // namespace sievarr::value
