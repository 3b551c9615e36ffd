#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/schedule/calendar.hpp>
#include <sievarr/schedule/field.hpp>
#include <sievarr/value/span_of_time.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Schedules told in words; schedules that differ have words that differ.
namespace sievarr::schedule::words {

inline std::vector<unsigned> numbers_of(NumberSet const& set) {
  std::vector<unsigned> numbers;
  for (auto number = set.first_from(0); number; number = set.first_from(*number + 1))
    numbers.push_back(*number);
  return numbers;
}

/// "1, 3 and 5 to 9", with the name of each number.
template <class Name>
std::string told(std::vector<unsigned> const& numbers, Name const& name,
                 std::string_view last = "and") {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < numbers.size();) {
    auto end = at;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
    if (end < at + 2) end = at;
    parts.push_back(name(numbers[at]) + (end == at ? "" : " to " + name(numbers[end])));
    at = end + 1;
  }
  return listed(parts, last);
}

inline std::string plain(unsigned number) { return to_text(number); }

inline std::string ordinal(unsigned number) {
  auto const unit = number / 10 == 1 ? 0 : number % 10;
  auto const* const ending = unit == 1 ? "st" : unit == 2 ? "nd" : unit == 3 ? "rd" : "th";
  return to_text(number) + ending;
}

inline std::string month(unsigned number) { return std::string{month_names[number - 1]}; }
inline std::string weekday(unsigned number) { return std::string{weekday_names[number % 7]}; }

/// A week begins with Monday.
inline std::vector<unsigned> week_of(NumberSet const& weekdays) {
  auto numbers = numbers_of(weekdays);
  if (!numbers.empty() && numbers.front() == 0) {
    numbers.erase(numbers.begin());
    numbers.push_back(7);
  }
  return numbers;
}

/// The distance between numbers that all have the same.
inline std::optional<unsigned> step_of(std::vector<unsigned> const& numbers) {
  if (numbers.size() < 2) return std::nullopt;
  auto const step = numbers[1] - numbers[0];
  for (std::size_t at = 1; at < numbers.size(); ++at)
    if (numbers[at] - numbers[at - 1] != step) return std::nullopt;
  return step;
}

/// "every 15 minutes", "at minutes 5 and 35".
inline std::string minutes_of(NumberSet const& minutes) {
  if (minutes == all_minutes) return "every minute";
  auto const numbers = numbers_of(minutes);
  auto const step = step_of(numbers);
  if (step && numbers[0] == 0 && *step * numbers.size() == 60)
    return "every " + to_text(*step) + " minutes";
  return (numbers.size() == 1 ? "at minute " : "at minutes ") + told(numbers, plain);
}

/// The times of a day one by one.
inline std::string times_of(Calendar const& calendar) {
  std::vector<std::string> times;
  for (auto const hour : numbers_of(calendar.hours))
    for (auto const minute : numbers_of(calendar.minutes))
      times.push_back(padded(hour, 2) + ":" + padded(minute, 2));
  return "at " + listed(times);
}

/// "every 2 hours from 01:15 to 21:15", where that says the same in fewer words.
inline std::optional<std::string> steps_of(Calendar const& calendar) {
  auto const hours = numbers_of(calendar.hours);
  auto const step = step_of(hours);
  if (!step || hours.size() < 4 || calendar.minutes.size() != 1) return std::nullopt;
  auto const minute = ":" + padded(numbers_of(calendar.minutes)[0], 2);
  return (*step == 1 ? "every hour" : "every " + to_text(*step) + " hours") + " from " +
         padded(hours.front(), 2) + minute + " to " + padded(hours.back(), 2) + minute;
}

/// How often within a day, where times one by one would be too many.
inline std::string often(Calendar const& calendar) {
  if (is_hourly(calendar)) {
    if (calendar.minutes == NumberSet::between(0, 0)) return "every hour";
    auto const minutes = minutes_of(calendar.minutes);
    return minutes.starts_with("at") ? "every hour " + minutes : minutes;
  }
  if (auto const steps = steps_of(calendar)) return *steps;
  auto const hours = numbers_of(calendar.hours);
  return minutes_of(calendar.minutes) + (hours.size() == 1 ? " in hour " : " in the hours ") +
         told(hours, plain);
}

inline bool has_few_times(Calendar const& calendar) {
  return calendar.minutes.size() * calendar.hours.size() <= 6 && !steps_of(calendar);
}

inline bool is_daily(Calendar const& calendar) {
  return calendar.days == all_days && calendar.weekdays == all_weekdays &&
         calendar.months == all_months;
}

/// "every Monday to Friday", "on the 1st of the month or on a Monday".
inline std::string days_of(Calendar const& calendar) {
  auto const months = numbers_of(calendar.months);
  bool const all = calendar.months == all_months;
  auto const of = all ? " of the month" : " of " + told(months, month);
  auto const in = all ? "" : " in " + told(months, month);
  auto const days = numbers_of(calendar.days);
  auto const week = week_of(calendar.weekdays);
  if (calendar.day_rule == DayRule::either)
    return "on the " + told(days, ordinal) + of + " or on any " + told(week, weekday, "or") + in;
  if (calendar.days == all_days)
    return "every " + (week.size() == 7 ? "day" : told(week, weekday)) + in;
  if (week.size() == 7) return "on the " + told(days, ordinal) + of;
  return "every " + told(week, weekday) + " that is the " + told(days, ordinal, "or") + of;
}

/// "every Monday to Friday at 02:30".
inline std::string told(Calendar const& calendar) {
  if (has_few_times(calendar)) return days_of(calendar) + " " + times_of(calendar);
  return (is_daily(calendar) ? "" : days_of(calendar) + ", ") + often(calendar);
}

/// "every hour", "every 1 hour and 30 minutes".
inline std::string told(value::SpanOfTime const& span) {
  std::vector<std::string> parts;
  auto rest = span.seconds().count();
  for (auto const& unit : value::time_units) {
    if (unit.alone && span.seconds().count() % unit.seconds != 0) continue;
    auto const count = rest / unit.seconds;
    rest %= unit.seconds;
    if (count > 0)
      parts.push_back(to_text(count) + " " + std::string{unit.name} + (count == 1 ? "" : "s"));
  }
  auto text = listed(parts);
  if (parts.size() == 1 && text.starts_with("1 ")) text.erase(0, 2);
  return "every " + text;
}

}  // namespace sievarr::schedule::words
