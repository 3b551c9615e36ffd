#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/schedule/calendar.hpp>
#include <sievarr/schedule/field.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::schedule {

/// 03:00 or 3:00.
inline Result<Done, Misplaced> read_time(Calendar& calendar, Token const& token) {
  auto const parts = parts_of(token, ":");
  bool const whole = parts.size() == 2 && leading_digits(parts[0].text) == parts[0].text.size() &&
                     leading_digits(parts[1].text) == 2 && parts[1].text.size() == 2 &&
                     !parts[0].text.empty() && parts[0].text.size() <= 2;
  if (!whole) {
    auto const hour = to_integer(token.text);
    bool const is_hour = hour && *hour >= 0 && *hour < 24 && token.text.size() <= 2;
    return unfit(token, "a time such as 03:00", is_hour ? padded(*hour, 2) + ":00" : std::string{});
  }
  auto const hour = read_number(hour_field, parts[0]);
  if (!hour) {
    auto misplaced = hour.error();
    // Midnight is the beginning of a day.
    if (token.text == "24:00")
      misplaced = {token, {"out-of-range", hour.error().misfit.message, "00:00"}};
    return misplaced;
  }
  auto const minute = read_number(minute_field, parts[1]);
  if (!minute) return minute.error();
  calendar.hours = NumberSet::between(*hour, *hour);
  calendar.minutes = NumberSet::between(*minute, *minute);
  return Done{};
}

/// Mon, Mon..Fri, Mon-Fri, and lists of such; from Friday to Monday the week goes round.
inline Result<NumberSet, Misplaced> read_weekdays(Token const& token) {
  constexpr Field named{"a weekday", 0, 6, weekday_names};
  NumberSet weekdays;
  for (auto const& part : parts_of(token, ",")) {
    bool const dots = part.text.find("..") != std::string_view::npos;
    auto const ends = parts_of(part, dots ? ".." : "-");
    if (ends.size() > 2) return unfit(part, "one weekday or a range such as Mon..Fri");
    unsigned numbers[2] = {};
    for (std::size_t at = 0; at < 2; ++at) {
      auto const& end = ends[at < ends.size() ? at : 0];
      auto const number = number_of_word(named, end.text);
      if (!number) return unfit(end, "a weekday such as Mon or Friday", word_like(named, end.text));
      numbers[at] = *number;
    }
    for (auto day = numbers[0]; day != numbers[1]; day = (day + 1) % 7) weekdays.insert(day);
    weekdays.insert(numbers[1]);
  }
  return weekdays;
}

/// Where a word is missing: behind the last one.
inline Token behind(Token const& token) { return {"", token.begin + token.text.size()}; }

/// A text that goes on where it should have ended.
inline Misplaced too_much(Token const& token) {
  return unfit(token, "nothing more but a time zone");
}

/// daily 03:00, or Mon..Fri 02:30.
inline Result<Calendar, Misplaced> read_weekly(std::span<Token const> tokens) {
  Calendar calendar;
  if (fold(tokens[0].text) != "daily") {
    auto const weekdays = read_weekdays(tokens[0]);
    if (!weekdays) return weekdays.error();
    calendar.weekdays = *weekdays;
  }
  if (tokens.size() < 2) return unfit(behind(tokens[0]), "a time such as 03:00", " 03:00");
  auto const time = read_time(calendar, tokens[1]);
  if (!time) return time.error();
  if (tokens.size() > 2) return too_much(tokens[2]);
  return calendar;
}

}  // namespace sievarr::schedule
