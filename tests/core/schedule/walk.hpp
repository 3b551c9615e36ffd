#pragma once

#include <sievarr/schedule/zone.hpp>

#include <algorithm>
#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A second way to find when something is due, slow and plain: walk through time and look at the
/// clock. It shares nothing with the first but the offset of a zone at a moment.
namespace sievarr::schedule::walk {

using Minutes = std::chrono::sys_time<std::chrono::minutes>;

/// Numbers that are looked up often.
class Numbers {
 public:
  void insert(unsigned number) { has_[number] = true; }
  bool has(unsigned number) const { return has_[number]; }
  std::size_t count() const { return has_.count(); }

 private:
  std::bitset<64> has_;
};

/// What is due, as its author understands it.
struct Expression {
  std::string text;
  Numbers minutes, hours, days, months, weekdays;
  bool one_day_is_enough = false;
  std::optional<std::chrono::minutes> span;
};

/// What a clock shows, and for how long it goes on without being set.
struct Look {
  Minutes moment;
  std::int64_t shown = 0;  ///< Minutes of local time since 1970.
  int minutes = 1;
};

inline std::int64_t shown_at(Zone const& zone, Minutes moment) {
  auto const offset = std::chrono::duration_cast<std::chrono::minutes>(zone.offset_at(moment));
  return (moment.time_since_epoch() + offset).count();
}

/// Minute by minute on days with a change and beside them, hour by hour on others.
inline std::vector<Look> looks_at(Zone const& zone, Date first, Date last) {
  using namespace std::chrono;
  std::vector<Look> looks;
  for (auto day = first; day < last; day += days{1}) {
    bool changes = false;
    for (auto hour = -24; hour < 48; ++hour)
      changes |= zone.offset_at(day + hours{hour}) != zone.offset_at(day + hours{hour + 1});
    auto const step = minutes{changes ? 1 : 60};
    for (Minutes moment = day; moment < day + days{1}; moment += step)
      looks.push_back({moment, shown_at(zone, moment), static_cast<int>(step.count())});
  }
  return looks;
}

inline bool is_due_on(Expression const& expression, std::int64_t days) {
  using namespace std::chrono;
  sys_days const date{std::chrono::days{days}};
  year_month_day const day{date};
  if (!expression.months.has(static_cast<unsigned>(day.month()))) return false;
  bool const by_day = expression.days.has(static_cast<unsigned>(day.day()));
  bool const by_weekday = expression.weekdays.has(weekday{date}.c_encoding());
  return expression.one_day_is_enough ? by_day || by_weekday : by_day && by_weekday;
}

inline bool is_due(Expression const& expression, std::int64_t shown) {
  auto const minute = static_cast<unsigned>(shown % 1440);
  return expression.minutes.has(minute % 60) && expression.hours.has(minute / 60) &&
         is_due_on(expression, shown / 1440);
}

/// An hour may begin in the middle of one by the clock; all of it is of one day or of the next.
inline bool is_idle(Expression const& expression, Look const& look) {
  auto const last = look.shown + look.minutes - 1;
  auto const idle = [&](std::int64_t shown) {
    return !expression.hours.has(static_cast<unsigned>(shown % 1440) / 60) ||
           !is_due_on(expression, shown / 1440);
  };
  return idle(look.shown) && idle(last);
}

/// What is due in an hour in which no clock is set.
inline void walk_hour(Expression const& expression, Look const& look, std::vector<Minutes>& due) {
  if (is_idle(expression, look)) return;
  auto const first = static_cast<unsigned>(look.shown % 60);
  for (unsigned at = 0; at < 60; ++at)
    if (expression.minutes.has((first + at) % 60) && is_due(expression, look.shown + at))
      due.push_back(look.moment + std::chrono::minutes{at});
}

/// All moments at which a calendar is due, in order.
inline std::vector<Minutes> due_in(Expression const& expression, std::vector<Look> const& looks) {
  std::vector<Minutes> due;
  bool const each_hour = expression.hours.count() == 24;
  auto shown = looks.front().shown - 1;  // The latest that the clock has ever shown.
  for (auto const& look : looks) {
    if (look.minutes == 60) {
      walk_hour(expression, look, due);
    } else {
      bool fires = is_due(expression, look.shown) && (each_hour || look.shown > shown);
      for (auto skipped = shown + 1; !each_hour && skipped < look.shown; ++skipped)
        fires |= is_due(expression, skipped);
      if (fires) due.push_back(look.moment);
    }
    shown = std::max(shown, look.shown + look.minutes - 1);
  }
  return due;
}

/// The same of a span of time, which begins with a Monday.
inline std::vector<Minutes> spans_in(Expression const& expression, Zone const& zone,
                                     std::vector<Look> const& looks) {
  auto begin = Minutes{std::chrono::days{4} - std::chrono::hours{14}};
  while (shown_at(zone, begin) != 4 * 1440) begin += std::chrono::minutes{1};
  while (begin < looks.front().moment) begin += *expression.span;
  std::vector<Minutes> due;
  auto const end = looks.back().moment + std::chrono::minutes{looks.back().minutes};
  for (; begin < end; begin += *expression.span) due.push_back(begin);
  return due;
}

}  // namespace sievarr::schedule::walk
