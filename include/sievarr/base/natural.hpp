#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr {

/// A whole number of any size, with as much arithmetic as exact decimals need.
class Natural {
 public:
  explicit Natural(std::uint64_t value) {
    for (; value != 0; value >>= 32) limbs_.push_back(static_cast<std::uint32_t>(value));
  }

  bool is_zero() const { return limbs_.empty(); }

  /// How many bits it has, without zeros at its front.
  int bits() const {
    if (is_zero()) return 0;
    auto count = static_cast<int>(limbs_.size() - 1) * 32;
    for (auto last = limbs_.back(); last != 0; last >>= 1) ++count;
    return count;
  }

  void multiply(std::uint32_t by, std::uint32_t plus = 0) {
    std::uint64_t carry = plus;
    for (auto& limb : limbs_) {
      carry += std::uint64_t{limb} * by;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
  }

  /// By a base of up to ten, so many times.
  void multiply_by_power(std::uint32_t base, int power) {
    constexpr int at_once = 9;
    std::uint32_t many = 1;
    for (int i = 0; i < at_once; ++i) many *= base;
    for (; power >= at_once; power -= at_once) multiply(many);
    for (; power > 0; --power) multiply(base);
  }

  /// Takes another one away, as often as it is in here; gives how often.
  int take_away(Natural const& other) {
    int times = 0;
    for (; !less(*this, other); ++times) subtract(other);
    return times;
  }

  friend bool less(Natural const& left, Natural const& right) {
    if (left.limbs_.size() != right.limbs_.size()) return left.limbs_.size() < right.limbs_.size();
    return std::lexicographical_compare(left.limbs_.rbegin(), left.limbs_.rend(),
                                        right.limbs_.rbegin(), right.limbs_.rend());
  }

 private:
  void subtract(Natural const& other) {
    std::uint64_t borrowed = 0;
    for (std::size_t i = 0; i < limbs_.size(); ++i) {
      auto const taken = (i < other.limbs_.size() ? other.limbs_[i] : 0) + borrowed;
      borrowed = limbs_[i] < taken ? 1 : 0;
      limbs_[i] = static_cast<std::uint32_t>(limbs_[i] - taken);
    }
    while (!is_zero() && limbs_.back() == 0) limbs_.pop_back();
  }

  /// The lowest first; the last is not zero.
  std::vector<std::uint32_t> limbs_;
};

}  // namespace sievarr
