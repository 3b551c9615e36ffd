#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/schedule/number_set.hpp>
#include <sievarr/schedule/token.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::schedule {

/// What one field of a schedule counts; words stand for the numbers from the least on.
struct Field {
  std::string_view name;
  unsigned least = 0;
  unsigned most = 0;
  std::span<std::string_view const> words = {};
};

inline constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 7> weekday_names{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

inline constexpr Field minute_field{"a minute", 0, 59};
inline constexpr Field hour_field{"an hour", 0, 23};
inline constexpr Field day_field{"a day of the month", 1, 31};
inline constexpr Field month_field{"a month", 1, 12, month_names};
/// Sunday is 0 and 7.
inline constexpr Field weekday_field{"a weekday", 0, 7, weekday_names};

/// "a month from 1 to 12 or a name such as Jan".
inline std::string described(Field const& field) {
  auto text =
      std::string{field.name} + " from " + to_text(field.least) + " to " + to_text(field.most);
  if (!field.words.empty())
    text.append(" or a name such as ").append(field.words.front().substr(0, 3));
  return text;
}

/// The number that a whole name or its first three letters stand for.
inline std::optional<unsigned> number_of_word(Field const& field, std::string_view word) {
  for (std::size_t at = 0; at < field.words.size(); ++at) {
    auto const name = field.words[at];
    if (fold(word) == fold(name) || fold(word) == fold(name.substr(0, 3)))
      return field.least + static_cast<unsigned>(at);
  }
  return std::nullopt;
}

/// The name that somebody may have meant, as short as they wrote it.
inline std::string word_like(Field const& field, std::string_view word) {
  std::vector<std::string_view> names;
  for (auto const name : field.words) names.push_back(word.size() > 4 ? name : name.substr(0, 3));
  return std::string{closest(word, names).value_or("")};
}

inline Result<unsigned, Misplaced> read_number(Field const& field, Token const& token) {
  if (auto const word = number_of_word(field, token.text)) return *word;
  bool const digits = !token.text.empty() && leading_digits(token.text) == token.text.size();
  if (!digits) return unfit(token, described(field), word_like(field, token.text));
  auto const number = to_integer(token.text);
  if (number && *number >= field.least && *number <= field.most)
    return static_cast<unsigned>(*number);
  auto misplaced = unfit(token, described(field));
  misplaced.misfit.code = "out-of-range";
  return misplaced;
}

/// Numbers from one to another.
struct Range {
  unsigned first = 0;
  unsigned last = 0;
};

/// A range that goes over the end starts anew: 22-2 is 22-23,0-2. Most crons refuse it, so this one
/// does, and says how to write it.
inline Misplaced backwards(Field const& field, Token const& token) {
  auto const parts = parts_of(token, "-");
  auto const part = [](std::string_view from, std::string_view to) {
    return from == to ? std::string{from} : std::string{from}.append("-").append(to);
  };
  bool const is_weekday = field.most == 7;
  auto const low = to_text(field.least);
  auto const high = to_text(is_weekday ? field.most - 1 : field.most);
  auto instead = part(parts[0].text, high) + "," + part(low, parts[1].text);
  return {token,
          {"backwards", "a range must not end before it begins, " + reflect::got(token.text),
           std::move(instead)}};
}

/// *, 5 or 1-5.
inline Result<Range, Misplaced> read_range(Field const& field, Token const& token) {
  if (token.text == "*") return Range{field.least, field.most == 7 ? 6 : field.most};
  if (token.text == "?") return unfit(token, described(field), "*");
  auto const ends = parts_of(token, "-");
  auto const first = read_number(field, ends[0]);
  if (!first) return first.error();
  if (ends.size() == 1) return Range{*first, *first};
  if (ends.size() > 2) return unfit(token, "one number or a range such as 1-5");
  auto last = read_number(field, ends[1]);
  if (!last) return last.error();
  // From Friday to Sunday, Sunday is the last day of the week.
  if (field.most == 7 && *last == 0 && *first > 0) last = 7U;
  if (*first > *last) return backwards(field, token);
  return Range{*first, *last};
}

inline Result<unsigned, Misplaced> read_step(Field const& field, Range const& range,
                                             Token const& token) {
  auto const whole = field.most == 7 ? 7 : field.most - field.least + 1;
  auto const step = to_integer(token.text);
  if (!step || leading_digits(token.text) != token.text.size())
    return unfit(token, "a step such as 15 behind the slash");
  if (*step < 1 || *step >= whole || range.first == range.last)
    return Misplaced{token,
                     {"out-of-range", "a step must be between 1 and " + to_text(whole - 1) + ", " +
                                          reflect::got(token.text)}};
  return static_cast<unsigned>(*step);
}

/// Some crons read 5/15 as 5, others as 5-59/15.
inline Misplaced lonely_step(Field const& field, Token const& token, Token const& step) {
  auto const start = parts_of(token, "/")[0].text;
  auto const most = to_text(field.most == 7 ? 6 : field.most);
  return {token,
          {"bad-type", "a step needs * or a range before the slash, " + reflect::got(token.text),
           std::string{start} + "-" + most + "/" + std::string{step.text}}};
}

/// The numbers that a field names: *, 5, 1-5, */15, 8-18/2, and lists of such.
inline Result<NumberSet, Misplaced> read_field(Field const& field, Token const& token) {
  NumberSet numbers;
  for (auto const& part : parts_of(token, ",")) {
    auto const halves = parts_of(part, "/");
    if (halves.size() > 2) return unfit(part, "one step behind one slash");
    auto range = read_range(field, halves[0]);
    if (!range) {
      // The two parts would need two steps.
      if (halves.size() == 2) range.error().misfit.instead.clear();
      return std::move(range).error();
    }
    unsigned step = 1;
    if (halves.size() == 2) {
      if (range->first == range->last) return lonely_step(field, part, halves[1]);
      auto const wide = read_step(field, *range, halves[1]);
      if (!wide) return wide.error();
      step = *wide;
    }
    for (auto number = range->first; number <= range->last; number += step)
      numbers.insert(field.most == 7 ? number % 7 : number);
  }
  return numbers;
}

}  // namespace sievarr::schedule
