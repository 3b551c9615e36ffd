#pragma once

#include <sievarr/base/abbreviation.hpp>
#include <sievarr/base/distance.hpp>
#include <sievarr/base/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sievarr {

/// How many slips of the pen a word of some length may have and still be told: none in a word of
/// two letters, where every other word would be near.
inline std::size_t allowed_slips(std::size_t letters) {
  return letters < 3 ? 0 : std::min<std::size_t>((letters + 1) / 3, 4);
}

/// The candidate that was probably meant by a word, for "did you mean": one that differs in a
/// letter, else the only one that it is related to (Sci-Fi to Science-Fiction), else one that
/// differs in a few letters. None when nothing is near. Words of more than 64 letters are nobody's
/// slip.
inline std::optional<std::string_view> closest(std::string_view word,
                                               std::span<std::string_view const> candidates) {
  if (word.empty() || word.size() > 4 * longest_compared) return std::nullopt;
  auto const wanted = letters_of(fold(word));
  if (wanted.size() > longest_compared) return std::nullopt;

  std::optional<std::string_view> nearest;
  std::optional<std::string_view> related;
  std::size_t least = allowed_slips(wanted.size()) + 1;
  std::size_t relations = 0;
  for (auto const candidate : candidates) {
    if (candidate.empty() || candidate.size() > 4 * longest_compared) continue;
    auto const letters = letters_of(fold(candidate));
    auto const slips = distance(wanted, letters, least);
    if (slips < least) {
      least = slips;
      nearest = candidate;
    }
    if (are_related(wanted, letters)) {
      ++relations;
      related = candidate;
    }
  }
  if (nearest && least <= 1) return nearest;
  return relations == 1 ? related : nearest;
}

}  // namespace sievarr
