#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/wire/http.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::wire {

inline constexpr std::array<std::string_view, 12> months = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// A moment as HTTP writes it: Sun, 06 Nov 1994 08:49:37 GMT. The day of the week is not checked.
inline std::optional<Instant> http_date(std::string_view text) {
  if (text.size() != 29 || text.substr(3, 2) != ", ") return std::nullopt;
  text.remove_prefix(5);
  auto const day = take_digits(text, 2);
  if (!day || !take_letter(text, " ")) return std::nullopt;
  auto const month = std::find(months.begin(), months.end(), text.substr(0, 3));
  text.remove_prefix(3);
  if (month == months.end() || !take_letter(text, " ")) return std::nullopt;
  auto const year = take_digits(text, 4);
  if (!year || !take_letter(text, " ")) return std::nullopt;
  auto const time = take_time(text);
  if (!time || text != " GMT") return std::nullopt;
  std::chrono::year_month_day const date{
      std::chrono::year{*year},
      std::chrono::month{static_cast<unsigned>(month - months.begin()) + 1},
      std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Instant{Date{date}} + *time;
}

/// Writes a moment as HTTP does, to the second.
inline std::string http_date(Instant moment) {
  constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed",
                                                        "Thu", "Fri", "Sat"};
  auto const date = std::chrono::floor<std::chrono::days>(moment);
  std::chrono::year_month_day const day{date};
  // 2026-01-31T10:00:00, of which the time is wanted.
  auto const time = to_text(std::chrono::floor<std::chrono::seconds>(moment)).substr(11, 8);
  auto text = std::string(weekdays[std::chrono::weekday{date}.c_encoding()]) + ", " +
              padded(static_cast<unsigned>(day.day()), 2) + " ";
  text.append(months[static_cast<unsigned>(day.month()) - 1]).append(" ");
  return text + padded(static_cast<int>(day.year()), 4) + " " + time + " GMT";
}

/// How long the other side wants to be left alone: a number of seconds, or until a moment, which is
/// compared with the answer's own clock where it tells one.
inline std::optional<std::chrono::milliseconds> retry_after(Headers const& headers, Instant now) {
  auto const asked = header(headers, "Retry-After");
  if (!asked) return std::nullopt;
  auto const text = trimmed(*asked);
  constexpr std::int64_t longest = 86'400;
  if (auto const seconds = to_integer(text)) {
    if (*seconds < 0) return std::nullopt;
    return std::chrono::seconds{std::min(*seconds, longest)};
  }
  auto const until = http_date(text);
  if (!until) return std::nullopt;
  auto const theirs = http_date(trimmed(header(headers, "Date").value_or("")));
  return std::clamp<std::chrono::milliseconds>(
      *until - theirs.value_or(now), std::chrono::seconds{0}, std::chrono::seconds{longest});
}

}  // namespace sievarr::wire
