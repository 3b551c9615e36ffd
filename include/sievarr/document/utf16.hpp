#pragma once

#include <sievarr/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sievarr::document {

/// Turns bytes of a text into UTF-16 units, in which editors and JavaScript count, and back.
class Utf16 {
 public:
  explicit Utf16(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
    if (is_ascii(text)) return;
    std::uint32_t unit = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const point = first_code_point(text.substr(at));
      units_.insert(units_.end(), point.size, unit);
      unit += point.size == 4 ? 2U : 1U;
      at += point.size;
    }
    units_.push_back(unit);
  }

  /// The unit at which a byte stands; the end of the text for all behind it.
  std::uint32_t unit_of(std::uint32_t byte) const {
    byte = std::min(byte, size_);
    return units_.empty() ? byte : units_[byte];
  }

  /// The first byte of what stands at a unit.
  std::uint32_t byte_of(std::uint32_t unit) const {
    if (units_.empty()) return std::min(unit, size_);
    auto const found = std::lower_bound(units_.begin(), units_.end(), unit);
    return std::min(static_cast<std::uint32_t>(found - units_.begin()), size_);
  }

 private:
  static bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; });
  }

  std::uint32_t size_;
  std::vector<std::uint32_t> units_;  // Of each byte, then of the end; none where all is ASCII.
};

}  // namespace sievarr::document
