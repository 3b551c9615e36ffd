#pragma once

#include <sievarr/schedule/calendar.hpp>
#include <sievarr/schedule/field.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::schedule {

struct Nickname {
  std::string_view name;
  std::string_view fields;
};

inline constexpr std::array<Nickname, 7> nicknames{{
    {"@hourly", "0 * * * *"},
    {"@daily", "0 0 * * *"},
    {"@midnight", "0 0 * * *"},
    {"@weekly", "0 0 * * 0"},
    {"@monthly", "0 0 1 * *"},
    {"@yearly", "0 0 1 1 *"},
    {"@annually", "0 0 1 1 *"},
}};

/// How many days a month has in the longest year.
constexpr unsigned most_days(unsigned month) {
  if (month == 2) return 29;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// A calendar of days that no month of it has.
inline std::optional<Misplaced> never(Calendar const& calendar, Token const& token) {
  if (calendar.day_rule == DayRule::either) return std::nullopt;
  std::vector<std::string_view> months;
  for (auto month = calendar.months.first_from(1); month;
       month = calendar.months.first_from(*month + 1)) {
    if (calendar.days.first_from(1).value_or(99) <= most_days(*month)) return std::nullopt;
    months.push_back(month_names[*month - 1]);
  }
  std::vector<std::string> days;
  for (auto day = calendar.days.first_from(1); day; day = calendar.days.first_from(*day + 1))
    days.push_back(to_text(*day));
  return Misplaced{token,
                   {"never-fires", "never runs: " + listed(months) +
                                       (months.size() == 1 ? " has no day " : " have no day ") +
                                       listed(days, "or") + ", " + reflect::got(token.text)}};
}

/// Where both days are told, one of them is enough, as in every cron; but not where one begins with
/// a star, as in */2, which then must fit as well.
inline DayRule day_rule_of(Calendar const& calendar, std::string_view days,
                           std::string_view weekdays) {
  if (days.starts_with('*') || weekdays.starts_with('*')) return DayRule::both;
  bool const any = calendar.days == all_days || calendar.weekdays == all_weekdays;
  return any ? DayRule::both : DayRule::either;
}

/// All days, where one of two is enough and one of them is every day.
inline void widen(Calendar& calendar, std::string_view days, std::string_view weekdays) {
  if (days.starts_with('*') || weekdays.starts_with('*')) return;
  if (calendar.days != all_days && calendar.weekdays != all_weekdays) return;
  calendar.days = all_days;
  calendar.weekdays = all_weekdays;
}

/// Five fields: minute, hour, day of the month, month, weekday.
inline Result<Calendar, Misplaced> read_fields(std::span<Token const> tokens) {
  Calendar calendar;
  std::array const targets{&calendar.minutes, &calendar.hours, &calendar.days, &calendar.months,
                           &calendar.weekdays};
  std::array const fields{minute_field, hour_field, day_field, month_field, weekday_field};
  for (std::size_t at = 0; at < fields.size(); ++at) {
    auto const numbers = read_field(fields[at], tokens[at]);
    if (!numbers) return numbers.error();
    *targets[at] = *numbers;
  }
  calendar.day_rule = day_rule_of(calendar, tokens[2].text, tokens[4].text);
  widen(calendar, tokens[2].text, tokens[4].text);
  if (auto misplaced = never(calendar, tokens[2])) return *std::move(misplaced);
  return calendar;
}

/// Some crons have a field for seconds at the beginning, where nobody needs more than 0.
inline Misplaced wrong_count(std::span<Token const> tokens) {
  Misplaced misplaced{
      tokens[0],
      {"bad-type",
       "cron needs 5 fields (minute hour day month weekday) and perhaps a time zone, got " +
           to_text(tokens.size()) + (tokens.size() == 1 ? " word" : " words")}};
  if (tokens.size() != 6 || tokens[0].text != "0") return misplaced;
  auto const end = tokens[1].begin + tokens[1].text.size();
  misplaced.token.text = {tokens[0].text.data(), end - tokens[0].begin};
  misplaced.misfit.instead = tokens[1].text;
  return misplaced;
}

/// Cron with five fields.
inline Result<Calendar, Misplaced> read_cron(std::span<Token const> tokens) {
  if (tokens.size() != 5) return wrong_count(tokens);
  return read_fields(tokens);
}

/// @hourly and its like.
inline Result<Calendar, Misplaced> read_nickname(Token const& token) {
  std::vector<std::string_view> names;
  for (auto const& [name, fields] : nicknames) {
    names.push_back(name);
    if (fold(token.text) == name) return read_fields(tokens_of(fields));
  }
  return unfit(token, listed(names, "or"), std::string{closest(token.text, names).value_or("")});
}

}  // namespace sievarr::schedule
