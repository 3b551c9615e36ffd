#pragma once

#include <sievarr/base/ascii.hpp>
#include <sievarr/base/fold_table.hpp>
#include <sievarr/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr {

/// Writes the folded form of a code point beyond ASCII behind a text.
inline void append_folded(std::string& text, char32_t point) {
  auto const code = static_cast<std::uint32_t>(point);
  auto const range = std::lower_bound(
      folded_ranges.begin(), folded_ranges.end(), code,
      [](FoldedRange const& entry, std::uint32_t wanted) { return entry.last < wanted; });
  if (range != folded_ranges.end() && code >= range->first &&
      (code - range->first) % range->step == 0)
    return append_utf8(text, code + static_cast<std::uint32_t>(range->distance));
  auto const several = std::lower_bound(
      folded_points.begin(), folded_points.end(), code,
      [](FoldedPoint const& entry, std::uint32_t wanted) { return entry.from < wanted; });
  if (several == folded_points.end() || several->from != code) return append_utf8(text, point);
  for (auto const part : several->to)
    if (part != 0) append_utf8(text, part);
}

/// The text without differences of case: equal for texts that people call the same but for
/// capitals, in every script that has them. Sharp s is ss, a final sigma is a sigma, and the
/// Turkish letters i, with and without a dot, small and capital, are one, so that a title is found
/// whoever wrote it in capitals. Accents stay, composed and decomposed ones differ, and bytes that
/// are not UTF-8 pass unchanged.
inline std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  while (!text.empty()) {
    std::size_t ascii = 0;
    while (ascii < text.size() && static_cast<signed char>(text[ascii]) >= 0) ++ascii;
    auto const start = folded.size();
    folded.append(text.substr(0, ascii));
    std::transform(folded.begin() + static_cast<std::ptrdiff_t>(start), folded.end(),
                   folded.begin() + static_cast<std::ptrdiff_t>(start), ascii_lower);
    text.remove_prefix(ascii);
    if (text.empty()) break;
    auto const point = first_code_point(text);
    if (point.value == no_code_point) {
      folded += text[0];
    } else {
      append_folded(folded, point.value);
    }
    text.remove_prefix(point.size);
  }
  return folded;
}

}  // namespace sievarr
