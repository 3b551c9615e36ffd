#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>

namespace sievarr::schedule {

/// A set of numbers from 0 to 63: the minutes of an hour, the days of a month.
class NumberSet {
 public:
  constexpr NumberSet() = default;

  /// All numbers from the least to the most, both included.
  static constexpr NumberSet between(unsigned least, unsigned most) {
    NumberSet set;
    for (auto number = least; number <= most; ++number) set.insert(number);
    return set;
  }

  constexpr void insert(unsigned number) {
    assert(number < 64);
    bits_ |= std::uint64_t{1} << number;
  }

  constexpr bool contains(unsigned number) const {
    return number < 64 && (bits_ >> number & 1) != 0;
  }

  /// The smallest number of the set that is at least this one.
  constexpr std::optional<unsigned> first_from(unsigned number) const {
    if (number >= 64 || bits_ >> number == 0) return std::nullopt;
    return number + static_cast<unsigned>(std::countr_zero(bits_ >> number));
  }

  constexpr int size() const { return std::popcount(bits_); }
  constexpr bool empty() const { return bits_ == 0; }

  bool operator==(NumberSet const&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

}  // namespace sievarr::schedule
