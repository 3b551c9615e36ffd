#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/schedule/number_set.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace sievarr::schedule {

/// What a clock on the wall shows, without saying where the wall is.
using LocalTime = std::chrono::local_seconds;

/// Whether one of day of the month and weekday is enough, or both must fit.
enum class DayRule : std::uint8_t { both, either };

inline constexpr auto all_minutes = NumberSet::between(0, 59);
inline constexpr auto all_hours = NumberSet::between(0, 23);
inline constexpr auto all_days = NumberSet::between(1, 31);
inline constexpr auto all_months = NumberSet::between(1, 12);
inline constexpr auto all_weekdays = NumberSet::between(0, 6);

/// The minutes, by a clock and a calendar on the wall, in which something is to run. Sunday is
/// weekday 0.
struct Calendar {
  NumberSet minutes = NumberSet::between(0, 0);
  NumberSet hours = NumberSet::between(0, 0);
  NumberSet days = all_days;
  NumberSet months = all_months;
  NumberSet weekdays = all_weekdays;
  DayRule day_rule = DayRule::both;

  bool operator==(Calendar const&) const = default;
};

/// Whether it runs in each hour of its days, as the clock goes, instead of at times of the day.
inline bool is_hourly(Calendar const& calendar) { return calendar.hours == all_hours; }

/// Whether something is to run on a day of the calendar.
inline bool falls_on(Calendar const& calendar, std::chrono::local_days date) {
  std::chrono::year_month_day const day{date};
  if (!calendar.months.contains(static_cast<unsigned>(day.month()))) return false;
  bool const by_day = calendar.days.contains(static_cast<unsigned>(day.day()));
  bool const by_weekday = calendar.weekdays.contains(std::chrono::weekday{date}.c_encoding());
  return calendar.day_rule == DayRule::either ? by_day || by_weekday : by_day && by_weekday;
}

/// The first minute of the day in which something runs, from so many minutes after midnight on.
inline std::optional<std::chrono::minutes> first_of_day(Calendar const& calendar,
                                                        std::chrono::minutes from) {
  auto const minutes = static_cast<unsigned>(from.count());
  auto const hour = calendar.hours.first_from(minutes / 60);
  if (!hour) return std::nullopt;
  if (*hour == minutes / 60) {
    if (auto const minute = calendar.minutes.first_from(minutes % 60))
      return std::chrono::minutes{*hour * 60 + *minute};
    return first_of_day(calendar, std::chrono::minutes{(*hour + 1) * 60});
  }
  auto const minute = calendar.minutes.first_from(0);
  if (!minute) return std::nullopt;
  return std::chrono::minutes{*hour * 60 + *minute};
}

/// The first minute on the wall from a time on in which something is to run. A certain weekday
/// that is 29 February comes every 28 years, or after 40 around the year 2100.
inline std::optional<LocalTime> first_from(Calendar const& calendar, LocalTime from) {
  using namespace std::chrono;
  // Minutes since 1970 need more than the 32 bits that they may have.
  auto date = floor<days>(from);
  auto time = ceil<minutes>(from - LocalTime{date});
  if (time == days{1}) {
    date += days{1};
    time = minutes{0};
  }
  auto const end = date + days{45 * 366};
  while (date < end) {
    year_month_day const day{date};
    if (!calendar.months.contains(static_cast<unsigned>(day.month()))) {
      date = local_days{(day.year() / day.month() / 1) + months{1}};
    } else {
      auto const minute = falls_on(calendar, date) ? first_of_day(calendar, time) : std::nullopt;
      if (minute) return LocalTime{date} + *minute;
      date += days{1};
    }
    time = minutes{0};
  }
  return std::nullopt;
}

}  // namespace sievarr::schedule
