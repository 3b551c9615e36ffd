#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sievarr {

/// A closed set of words that is known to the compiler: finds the number of a word with one look
/// and one comparison.
template <std::size_t N>
class Words {
  static_assert(N < 64, "too many words to tell apart by a few letters");

 public:
  consteval explicit Words(std::array<std::string_view, N> const& words) : words_(words) {
    while (!fits()) ++seed_;
  }

  /// The number of the word, N for one that is not in the set.
  constexpr std::size_t find(std::string_view word) const {
    auto const at = slots_[slot(word)];
    return at < N && words_[at] == word ? at : N;
  }

 private:
  static constexpr std::uint8_t nobody = 255;

  constexpr std::size_t slot(std::string_view word) const {
    if (word.empty()) return 0;
    auto const letter = [&](std::size_t at) { return static_cast<std::uint8_t>(word[at]); };
    std::uint32_t const mixed = letter(0) | std::uint32_t{letter(word.size() / 2)} << 8 |
                                std::uint32_t{letter(word.size() - 1)} << 16 |
                                static_cast<std::uint32_t>(word.size()) << 24;
    return mixed * seed_ >> 24;
  }

  /// Whether each word has a slot of its own.
  constexpr bool fits() {
    slots_.fill(nobody);
    for (std::size_t at = 0; at < N; ++at) {
      auto& mine = slots_[slot(words_[at])];
      if (mine != nobody) return false;
      mine = static_cast<std::uint8_t>(at);
    }
    return true;
  }

  std::array<std::string_view, N> words_;
  std::array<std::uint8_t, 256> slots_{};
  std::uint32_t seed_ = 0x9E37'79B1;
};

}  // namespace sievarr
