#pragma once

#include <sievarr/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace sievarr {

/// The longest word, in code points, that is worth comparing letter by letter.
inline constexpr std::size_t longest_compared = 64;

/// The code points of a text. Bytes that are not UTF-8 count as letters too.
inline std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  while (!text.empty()) {
    auto const point = first_code_point(text);
    letters += point.value;
    text.remove_prefix(point.size);
  }
  return letters;
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make
/// one word of the other (restricted Damerau-Levenshtein); enough when that many do not suffice
/// or a word is too long to compare.
inline std::size_t distance(std::u32string_view from, std::u32string_view to, std::size_t enough) {
  auto const shorter = std::min(from.size(), to.size());
  auto const longer = std::max(from.size(), to.size());
  if (longer > longest_compared || longer - shorter >= enough) return enough;
  using Row = std::array<std::size_t, longest_compared + 1>;
  Row before{};
  Row above{};
  Row row{};
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before = above;
    above = row;
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      std::size_t const replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      bool const crossed = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (crossed) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > enough) return enough;
  }
  return std::min(row[to.size()], enough);
}

}  // namespace sievarr
