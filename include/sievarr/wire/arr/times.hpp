#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Days, moments and durations as the servers write them.
namespace sievarr::wire::arr {

/// Reads 2026-01-31, or the day that a moment is written with.
inline std::optional<Date> to_day(std::string_view text) {
  auto const day = take_date(text);
  if (!day || !(text.empty() || text[0] == 'T')) return std::nullopt;
  return day;
}

/// Reads a moment. One without an offset is of UTC, as all of them are; a day is its beginning.
inline std::optional<Instant> to_moment(std::string_view text) {
  if (auto const instant = to_instant(text)) return instant;
  if (auto const day = to_date(text)) return Instant{*day};
  return to_instant(std::string(text) + "Z");
}

/// Takes what stands before a mark, or all of it.
inline std::string_view take_part(std::string_view& text, char mark) {
  auto const end = text.find(mark);
  auto const part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

/// Reads 55:01, 1:55:01, 00:10:00.1234567 or 1.02:03:04; what is finer than a second is cut off.
inline std::optional<std::chrono::seconds> to_seconds(std::string_view text) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t total = 0;
  auto first = take_part(text, ':');
  if (first.find('.') != std::string_view::npos) {
    auto const days = to_integer(take_part(first, '.'));
    if (!days || *days < 0 || *days > 1'000'000) return std::nullopt;
    total = *days * 24;
  }
  auto const begin = to_integer(first);
  if (!begin || *begin < 0 || *begin > 1'000'000 || text.empty()) return std::nullopt;
  total += *begin;
  for (int parts = 1; !text.empty(); ++parts) {
    auto part = take_part(text, ':');
    if (text.empty()) part = take_part(part, '.');
    auto const number = to_integer(part);
    if (parts > 2 || !number || *number < 0 || *number > 59) return std::nullopt;
    total = total * 60 + *number;
  }
  return std::chrono::seconds{negative ? -total : total};
}

}  // namespace sievarr::wire::arr
