#pragma once

#include <sievarr/base/decimal.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr {

/// A day of the calendar, without a time zone.
using Date = std::chrono::sys_days;

/// A moment, in UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline constexpr Date first_date{std::chrono::year{1} / 1 / 1};
inline constexpr Date last_date{std::chrono::year{9999} / 12 / 31};

/// Takes exactly so many digits off the front of a text.
inline std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || leading_digits(text.substr(0, count)) != count) return std::nullopt;
  int number = 0;
  for (char const digit : text.substr(0, count)) number = number * 10 + (digit - '0');
  text.remove_prefix(count);
  return number;
}

/// Takes one letter off the front of a text, if it is one of those wanted.
inline bool take_letter(std::string_view& text, std::string_view wanted) {
  if (text.empty() || wanted.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// Takes 2026-01-31 off the front of a text, if that is a day of the years 1 to 9999.
inline std::optional<Date> take_date(std::string_view& text) {
  auto const year = take_digits(text, 4);
  if (!year || *year == 0 || !take_letter(text, "-")) return std::nullopt;
  auto const month = take_digits(text, 2);
  if (!month || !take_letter(text, "-")) return std::nullopt;
  auto const day = take_digits(text, 2);
  if (!day) return std::nullopt;
  std::chrono::year_month_day const date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

/// Takes 10:00, 10:00:00 or 10:00:00.123 off the front of a text; what is finer is cut off.
inline std::optional<std::chrono::milliseconds> take_time(std::string_view& text) {
  auto const hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take_letter(text, ":")) return std::nullopt;
  auto const minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::chrono::milliseconds time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  if (!take_letter(text, ":")) return time;
  auto const second = take_digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  time += std::chrono::seconds{*second};
  if (!take_letter(text, ".,")) return time;
  auto const digits = leading_digits(text);
  if (digits == 0) return std::nullopt;
  int thousandths = 0;
  for (std::size_t at = 0; at < 3; ++at)
    thousandths = thousandths * 10 + (at < digits ? text[at] - '0' : 0);
  text.remove_prefix(digits);
  return time + std::chrono::milliseconds{thousandths};
}

/// Takes Z, +02:00, +0200 or +02 off the front of a text.
inline std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (take_letter(text, "Zz")) return std::chrono::minutes{0};
  int const sign = text.starts_with('-') ? -1 : 1;
  if (!take_letter(text, "+-")) return std::nullopt;
  auto const hours = take_digits(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  bool const colon = take_letter(text, ":");
  if (text.empty() && !colon) return std::chrono::hours{sign * *hours};
  auto const minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return std::chrono::minutes{sign * (*hours * 60 + *minutes)};
}

/// Reads 2026-01-31; none for what is no day of the calendar.
inline std::optional<Date> to_date(std::string_view text) {
  auto const date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

/// Reads a moment as ISO 8601 writes it: day, T, time, and Z or an offset, without which it would
/// be no moment.
inline std::optional<Instant> to_instant(std::string_view text) {
  auto const date = take_date(text);
  if (!date || !take_letter(text, "Tt")) return std::nullopt;
  auto const time = take_time(text);
  if (!time) return std::nullopt;
  auto const offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  Instant const instant = *date + *time - *offset;
  if (instant < first_date || instant >= last_date + std::chrono::days{1}) return std::nullopt;
  return instant;
}

/// The number with zeros before it, so that it has at least so many digits.
inline std::string padded(long long number, std::size_t digits) {
  auto const text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// 2026-01-31. Days outside the years 1 to 9999 are written as the nearest one inside.
inline std::string to_text(Date date) {
  std::chrono::year_month_day const day{std::clamp(date, first_date, last_date)};
  return padded(static_cast<int>(day.year()), 4) + "-" +
         padded(static_cast<unsigned>(day.month()), 2) + "-" +
         padded(static_cast<unsigned>(day.day()), 2);
}

/// 2026-01-31T10:00:00.000Z, always as wide, so that texts sort as moments do.
inline std::string to_fixed_text(Instant instant) {
  using namespace std::chrono;
  instant = std::clamp(instant, Instant{first_date}, Instant{last_date + days{1}} - 1ms);
  auto const date = floor<days>(instant);
  hh_mm_ss const time{instant - date};
  auto text = to_text(date) + "T" + padded(time.hours().count(), 2) + ":" +
              padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2);
  return text + "." + padded(time.subseconds().count(), 3) + "Z";
}

/// 2026-01-31T10:00:00Z, with milliseconds where there are any.
inline std::string to_text(Instant instant) {
  auto text = to_fixed_text(instant);
  constexpr std::string_view none = ".000Z";
  if (text.ends_with(none)) text.replace(text.size() - none.size(), none.size(), "Z");
  return text;
}

}  // namespace sievarr
