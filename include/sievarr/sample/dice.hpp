#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// A made-up catalogue that looks like a real one. The same seed gives the same shows on every
/// machine: there are only whole numbers in here, and no distribution of the standard library.
namespace sievarr::sample {

/// One of several things, and how often it comes up compared with the others.
template <class T>
struct Chance {
  std::uint32_t weight;
  T value;
};

/// Numbers that look random and depend on nothing but the seed and the id. Ask once in an
/// expression: which of two questions comes first would be up to the compiler.
class Dice {
 public:
  Dice(std::uint64_t seed, std::int64_t id)
      : state_(mixed(seed + 0x9E37'79B9'7F4A'7C15 * static_cast<std::uint64_t>(id + 1))) {}

  std::uint64_t next() {
    state_ += 0x9E37'79B9'7F4A'7C15;
    return mixed(state_);
  }

  /// A number from 0 up to, but not including, the limit.
  std::uint32_t below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32);
  }

  /// A number from first to last, both included.
  int between(int first, int last) {
    return first + static_cast<int>(below(static_cast<std::uint32_t>(last - first + 1)));
  }

  /// True so many times out of a thousand.
  bool happens(int permille) { return static_cast<int>(below(1000)) < permille; }

  template <class T, std::size_t N>
  T const& pick(std::array<T, N> const& values) {
    return values[below(static_cast<std::uint32_t>(N))];
  }

  template <class T, std::size_t N>
  T const& pick(std::array<Chance<T>, N> const& chances) {
    std::uint32_t total = 0;
    for (auto const& chance : chances) total += chance.weight;
    auto left = below(total);
    std::size_t at = 0;
    while (left >= chances[at].weight) left -= chances[at++].weight;
    return chances[at].value;
  }

 private:
  static constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58'476D'1CE4'E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D0'49BB'1331'11EB;
    return bits ^ (bits >> 31);
  }

  std::uint64_t state_;
};

}  // namespace sievarr::sample
