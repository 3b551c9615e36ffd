#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/filter/plan/line.hpp>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

/// By how much a value misses the bound of a line.
namespace sievarr::filter {

/// What is unknown, or is no number, misses nothing by any amount; neither does what fits.
inline std::optional<double> gap(Span const& span, KnownNumber const& number) {
  if (number && span.min && *number < *span.min) return *span.min - *number;
  if (number && span.max && *number > *span.max) return *number - *span.max;
  return std::nullopt;
}

/// In days.
inline std::optional<double> gap(Window const& window, KnownDay const& known) {
  if (!known.applies || !known.day) return std::nullopt;
  auto const days = [](auto span) { return static_cast<double>(span.count()); };
  if (window.after && *known.day < *window.after) return days(*window.after - *known.day);
  if (window.before && *known.day > *window.before) return days(*known.day - *window.before);
  return std::nullopt;
}

inline std::optional<double> gap(Line const& line, Fact const& fact) {
  if (auto const* const span = std::get_if<Span>(&line.test))
    return gap(*span, fact_for(*span, fact));
  if (auto const* const window = std::get_if<Window>(&line.test))
    return gap(*window, fact_for(*window, fact));
  return std::nullopt;
}

/// So many days as people say it: 12 days, 5 months, 3 years.
inline std::string span_words(double days) {
  constexpr double month = 30.44;
  constexpr double year = 365.25;
  auto const counted = [](double count, std::string const& unit) {
    auto const whole = static_cast<std::int64_t>(std::round(count));
    return to_text(whole) + " " + unit + (whole == 1 ? "" : "s");
  };
  if (days < 2 * month) return counted(days, "day");
  return days < 2 * year ? counted(days / month, "month") : counted(days / year, "year");
}

/// The same in words: 0.1, 12 days. Digits that only computing brought are left out.
inline std::optional<std::string> gap_words(Line const& line, Fact const& fact) {
  auto const missed = gap(line, fact);
  if (!missed) return std::nullopt;
  constexpr double digits = 1e6;
  if (std::holds_alternative<Window>(line.test)) return span_words(*missed);
  return to_text(std::round(*missed * digits) / digits);
}

}  // namespace sievarr::filter
