#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <array>
#include <cassert>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::value {

/// An amount of storage: 500MB, 10 GiB, 1.5TB, or plain bytes. kB counts in thousands, KiB in
/// 1024s; case does not matter. At most 9 PB.
class Size {
 public:
  static constexpr reflect::Shape shape{
      .expected = "a size such as 500MB, 10GiB or 1.5TB",
      .example = "10GiB",
      .pattern = "^\\s*([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*([KkMmGgTtPp]?[Ii]?[Bb])?\\s*$"};
  static constexpr std::int64_t largest = 9'000'000'000'000'000;

  constexpr Size() = default;
  explicit constexpr Size(std::int64_t bytes) : bytes_(bytes) {
    assert(bytes >= 0 && bytes <= largest);
  }

  static Result<Size, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto const end = text.find_first_not_of("0123456789.");
    auto const number = to_double(text.substr(0, end));
    if (!number) return reflect::unreadable(shape, text);
    auto const word = end == std::string_view::npos ? "B" : trimmed(text.substr(end));
    auto const* const unit = unit_of(word);
    if (!unit) return without_unit(word, text);
    if (unit->bytes == 1 && *number != std::floor(*number)) return reflect::unreadable(shape, text);
    auto const bytes = std::round(*number * static_cast<double>(unit->bytes));
    if (bytes > static_cast<double>(largest))
      return Misfit{"out-of-range", "must be at most 9PB, " + reflect::got(text)};
    return Size{static_cast<std::int64_t>(bytes)};
  }

  constexpr std::int64_t bytes() const { return bytes_; }

  /// The same number of bytes, exactly, in the unit that makes it shortest.
  std::string text() const {
    std::string shortest;
    for (auto const& unit : units) {
      if (bytes_ % unit.bytes != 0) continue;
      auto text = to_text(bytes_ / unit.bytes) + std::string{unit.name};
      if (shortest.empty() || text.size() < shortest.size()) shortest = std::move(text);
    }
    return shortest;
  }

  auto operator<=>(Size const&) const = default;

 private:
  struct Unit {
    std::string_view name;
    std::int64_t bytes;
  };

  static constexpr std::array<Unit, 11> units{{{"B", 1},
                                               {"kB", 1'000},
                                               {"MB", 1'000'000},
                                               {"GB", 1'000'000'000},
                                               {"TB", 1'000'000'000'000},
                                               {"PB", 1'000'000'000'000'000},
                                               {"KiB", 1LL << 10},
                                               {"MiB", 1LL << 20},
                                               {"GiB", 1LL << 30},
                                               {"TiB", 1LL << 40},
                                               {"PiB", 1LL << 50}}};

  static Unit const* unit_of(std::string_view word) {
    for (auto const& unit : units)
      if (same_text(unit.name, word)) return &unit;
    return nullptr;
  }

  /// G alone is taken for 1000 or for 1024 times, so somebody must say which.
  static Misfit without_unit(std::string_view word, std::string_view text) {
    auto const* const unit = unit_of(std::string{word} + "B");
    if (!unit) return reflect::unreadable(shape, text);
    auto const number = trimmed(text.substr(0, text.size() - word.size()));
    auto const meant = std::string{number}.append(unit->name);
    return reflect::unreadable(shape, text, read(meant) ? meant : std::string{});
  }

  std::int64_t bytes_ = 0;
};

}  // namespace sievarr::value
