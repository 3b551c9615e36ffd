#pragma once

#include <sievarr/filter/columns/lanes.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// Distinct lanes, numbered as they come. Where one panel is not enough, lanes stand behind a case
/// of the panel before, so that the last number tells all of them.
class Cases {
 public:
  struct Case {
    Lanes lanes;
    std::uint32_t before = 0;
  };

  std::uint32_t number_of(Lanes lanes, std::uint32_t before) {
    auto at = place(lanes, before);
    for (;; at = (at + 1) & (slots_.size() - 1)) {
      auto const slot = slots_[at];
      if (slot == 0) break;
      auto const& known = cases_[slot - 1];
      if (known.lanes == lanes && known.before == before) return slot - 1;
    }
    cases_.push_back({lanes, before});
    slots_[at] = static_cast<std::uint32_t>(cases_.size());
    if (2 * cases_.size() > slots_.size()) grow();
    return static_cast<std::uint32_t>(cases_.size() - 1);
  }

  Case const& operator[](std::size_t number) const { return cases_[number]; }
  std::size_t size() const { return cases_.size(); }

 private:
  static constexpr int first_bits = 12;

  /// Where to begin to look.
  std::size_t place(Lanes lanes, std::uint32_t before) const {
    auto const [low, high] = lanes.halves();
    auto const mixed = (low + before) * 0x9E37'79B9'7F4A'7C15U ^ high * 0xC2B2'AE3D'27D4'EB4FU;
    auto const hash = (mixed ^ mixed >> 29) * 0xFF51'AFD7'ED55'8CCDU;
    return static_cast<std::size_t>(hash >> shift_);
  }

  void grow() {
    --shift_;
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t number = 0; number < cases_.size(); ++number) {
      auto at = place(cases_[number].lanes, cases_[number].before);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = static_cast<std::uint32_t>(number + 1);
    }
  }

  int shift_ = 64 - first_bits;
  std::vector<Case> cases_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(std::size_t{1} << first_bits, 0);
};

}  // namespace sievarr::filter
