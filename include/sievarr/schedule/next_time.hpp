#pragma once

#include <sievarr/schedule/schedule.hpp>
#include <sievarr/schedule/zone.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace sievarr::schedule {

namespace next {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// Times of the day that fell into a gap before a period run when it begins.
inline bool runs_behind_gap(Calendar const& calendar, LocalTime shown, LocalTime begin) {
  if (shown >= begin) return false;
  auto const time = first_from(calendar, shown);
  return time && *time < begin;
}

/// What runs in each hour follows the clock as it is; times of the day come once a day: behind a
/// gap that swallowed them, and the first time when they are shown twice.
inline std::optional<sys_seconds> after(Calendar const& calendar, Zone const& zone,
                                        sys_seconds moment) {
  auto const first = moment + seconds{1};
  for (auto period = zone.period_at(first);; period = zone.period_at(period.end)) {
    auto from = period.local(std::max(first, period.begin));
    if (!is_hourly(calendar) && period.begin > earliest) {
      auto const shown = zone.period_at(period.begin - seconds{1}).local(period.begin);
      bool const begins = first <= period.begin;
      if (begins && runs_behind_gap(calendar, shown, period.local(period.begin)))
        return period.begin;
      from = std::max(from, shown);
    }
    auto const time = first_from(calendar, from);
    if (!time) return std::nullopt;
    auto const next = period.moment(*time);
    if (next < period.end) return next;
    if (period.end >= latest) return std::nullopt;
  }
}

/// Spans of time are counted from a Monday at midnight, and no clock that is set anew bends them.
inline std::optional<sys_seconds> after(value::SpanOfTime const& span, Zone const& zone,
                                        sys_seconds moment) {
  using namespace std::chrono;
  auto const monday = zone.showings_of(local_days{year{1970} / 1 / 5});
  auto const begin = monday.moments.empty() ? *monday.skipped : monday.moments.front();
  auto const passed = moment - begin;
  auto count = passed / span.seconds();
  if (passed < seconds{0} && passed % span.seconds() != seconds{0}) --count;
  auto const next = begin + (count + 1) * span.seconds();
  if (next >= latest) return std::nullopt;
  return next;
}

}  // namespace next

/// The first time behind a moment at which a schedule is due in a zone; none on the last day of
/// 9999 and after.
inline std::optional<Instant> next_time(Schedule const& schedule, Zone const& zone, Instant after) {
  auto const moment = std::clamp(std::chrono::floor<std::chrono::seconds>(after), earliest, latest);
  auto const time = std::visit([&](auto const& rule) { return next::after(rule, zone, moment); },
                               schedule.rule());
  if (!time) return std::nullopt;
  return Instant{*time};
}

/// The next times at which a schedule is due.
inline std::vector<Instant> next_times(Schedule const& schedule, Zone const& zone, Instant after,
                                       std::size_t count) {
  std::vector<Instant> times;
  while (times.size() < count) {
    auto const time = next_time(schedule, zone, times.empty() ? after : times.back());
    if (!time) break;
    times.push_back(*time);
  }
  return times;
}

}  // namespace sievarr::schedule
