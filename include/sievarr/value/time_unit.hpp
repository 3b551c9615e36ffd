#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/fold.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::value {

/// A unit that spans of time are written in.
struct TimeUnit {
  char letter;
  std::int64_t seconds;
  bool alone;             ///< Too long to be part of a sum that somebody reads.
  std::string_view name;  ///< In the singular.
  std::string_view abbreviation;
};

/// From the longest to the shortest.
inline constexpr std::array<TimeUnit, 6> time_units{{
    {'y', 365 * 86'400, true, "year", "yr"},
    {'w', 7 * 86'400, true, "week", "wk"},
    {'d', 86'400, false, "day", "day"},
    {'h', 3'600, false, "hour", "hr"},
    {'m', 60, false, "minute", "min"},
    {'s', 1, false, "second", "sec"},
}};

inline TimeUnit const* unit_of(char letter) {
  for (auto const& unit : time_units)
    if (unit.letter == letter) return &unit;
  return nullptr;
}

/// The unit that somebody means by h, hr, Hrs, hour or hours; nothing means seconds.
inline TimeUnit const* unit_in_words(std::string_view word) {
  auto const folded = fold(word);
  std::string_view plain = folded;
  if (plain.empty()) return unit_of('s');
  if (plain.size() == 1) return unit_of(plain[0]);
  if (plain.ends_with('s')) plain.remove_suffix(1);
  for (auto const& unit : time_units)
    if (plain == unit.name || plain == unit.abbreviation) return &unit;
  return nullptr;
}

/// The seconds that somebody means by "90", "1.5h", "6 hours" or "2 Min", to suggest them.
inline std::optional<std::int64_t> span_in_words(std::string_view text) {
  auto const end = text.find_first_not_of("0123456789.");
  auto const number = to_double(text.substr(0, end));
  auto const word = end == std::string_view::npos ? "" : trimmed(text.substr(end));
  auto const* const unit = unit_in_words(word);
  if (!number || !unit) return std::nullopt;
  auto const seconds = *number * static_cast<double>(unit->seconds);
  if (seconds > 1e12 || seconds != std::floor(seconds)) return std::nullopt;
  return static_cast<std::int64_t>(seconds);
}

}  // namespace sievarr::value
