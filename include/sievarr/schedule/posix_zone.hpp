#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/schedule/period.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace sievarr::schedule {

/// A time of the year, told once for all years.
struct YearlyTime {
  enum class Kind : std::uint8_t {
    weekday_of_month,  ///< M3.5.0: the last Sunday of March.
    day_without_leap,  ///< J60: 1 March of each year; 29 February is not counted.
    day_from_zero,     ///< 59: day 60 of the year.
  };

  Kind kind = Kind::day_from_zero;
  int month = 1;
  int week = 1;                     ///< From 1; 5 is the last.
  int day = 0;                      ///< The weekday from Sunday, or the day of the year.
  std::chrono::seconds time{7200};  ///< After midnight; may lie in another day.

  bool operator==(YearlyTime const&) const = default;
};

/// A zone as POSIX writes it, the same rule for all years: CET-1CEST,M3.5.0,M10.5.0/3.
struct PosixZone {
  struct Summer {
    Clock clock;
    YearlyTime begin;
    YearlyTime end;

    bool operator==(Summer const&) const = default;
  };

  Clock standard;
  std::optional<Summer> summer;

  bool operator==(PosixZone const&) const = default;
};

/// The clock time in some year that a yearly time stands for.
inline std::chrono::local_seconds in_year(YearlyTime const& yearly, std::chrono::year year) {
  using namespace std::chrono;
  if (yearly.kind == YearlyTime::Kind::weekday_of_month) {
    auto const month = year / std::chrono::month{static_cast<unsigned>(yearly.month)};
    weekday const day{static_cast<unsigned>(yearly.day)};
    if (yearly.week == 5) return local_days{month / day[last]} + yearly.time;
    return local_days{month / day[static_cast<unsigned>(yearly.week)]} + yearly.time;
  }
  auto day = yearly.day;
  if (yearly.kind == YearlyTime::Kind::day_without_leap && !(year.is_leap() && day >= 60)) --day;
  return local_days{year / 1 / 1} + days{day} + yearly.time;
}

namespace posix {

struct Change {
  std::chrono::sys_seconds at;
  bool to_summer = false;
};

/// The changes of a year and of its neighbours, in order; where two meet, the later one counts.
inline std::array<Change, 6> changes_around(PosixZone const& zone, std::chrono::year year) {
  using namespace std::chrono;
  std::array<Change, 6> changes;
  std::size_t count = 0;
  for (auto each = year - years{1}; each <= year + years{1}; ++each) {
    auto const begin = in_year(zone.summer->begin, each) - zone.standard.offset;
    auto const end = in_year(zone.summer->end, each) - zone.summer->clock.offset;
    Change const summer{sys_seconds{begin.time_since_epoch()}, true};
    Change const winter{sys_seconds{end.time_since_epoch()}, false};
    changes[count++] = winter.at < summer.at ? winter : summer;
    changes[count++] = winter.at < summer.at ? summer : winter;
  }
  // Six need no buffer.
  for (std::size_t at = 1; at < changes.size(); ++at)
    for (auto back = at; back > 0 && changes[back].at < changes[back - 1].at; --back)
      std::swap(changes[back], changes[back - 1]);
  return changes;
}

}  // namespace posix

/// What clocks show at a moment, and from when until when at least they have shown it.
inline Period period_at(PosixZone const& zone, std::chrono::sys_seconds moment) {
  using namespace std::chrono;
  moment = std::clamp(moment, earliest, latest);
  if (!zone.summer) return {.clock = zone.standard};
  auto const changes = posix::changes_around(zone, year_month_day{floor<days>(moment)}.year());
  Period period;
  bool in_summer = !changes[0].to_summer;
  for (auto const& change : changes) {
    if (change.at > moment) {
      period.end = std::min(change.at, latest);
      break;
    }
    period.begin = change.at;
    in_summer = change.to_summer;
  }
  period.clock = in_summer ? zone.summer->clock : zone.standard;
  return period;
}

}  // namespace sievarr::schedule
