#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sievarr::filter {

/// Sixteen bytes side by side, one for each of sixteen questions; a compiler that has registers of
/// that width works on all of them at once.
struct Lanes {
  static constexpr std::size_t count = 16;
  using Bytes = std::uint8_t __attribute__((vector_size(16)));

  Bytes bytes;

  std::uint8_t operator[](std::size_t lane) const { return bytes[lane]; }
  void set(std::size_t lane, std::uint8_t byte) { bytes[lane] = byte; }

  /// The two halves as numbers.
  std::array<std::uint64_t, 2> halves() const {
    std::array<std::uint64_t, 2> both{};
    std::memcpy(both.data(), &bytes, sizeof bytes);
    return both;
  }
  bool operator==(Lanes const& other) const {
    auto const [low, high] = halves();
    auto const [other_low, other_high] = other.halves();
    return ((low ^ other_low) | (high ^ other_high)) == 0;
  }
};

inline Lanes all_lanes(std::uint8_t byte) { return {Lanes::Bytes{} + byte}; }
inline Lanes lesser(Lanes a, Lanes b) { return {a.bytes < b.bytes ? a.bytes : b.bytes}; }
inline Lanes sum(Lanes a, Lanes b) { return {a.bytes + b.bytes}; }
inline Lanes operator|(Lanes a, Lanes b) { return {a.bytes | b.bytes}; }
inline Lanes operator&(Lanes a, Lanes b) { return {a.bytes & b.bytes}; }
inline Lanes operator~(Lanes a) { return {~a.bytes}; }

/// All bits of each lane in which both hold the same byte.
inline Lanes same_bytes(Lanes a, Lanes b) {
  Lanes same;
  same.bytes = reinterpret_cast<Lanes::Bytes>(a.bytes == b.bytes);
  return same;
}
inline bool any(Lanes a) { return (a.halves()[0] | a.halves()[1]) != 0; }

/// Lanes of one where the mask is set, of the other where it is not.
inline Lanes blend(Lanes mask, Lanes set, Lanes unset) { return (mask & set) | (~mask & unset); }

}  // namespace sievarr::filter
