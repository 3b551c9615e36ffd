#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/wire/http.hpp>
#include <sievarr/wire/http_time.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::wire {

/// How old an answer was when it came, and how long those in between may give it out again.
struct Freshness {
  std::optional<Instant> made = {};         ///< When it was written, by the clock over there.
  std::optional<Instant> fresh_until = {};  ///< By the clock here.

  bool operator==(Freshness const&) const = default;
};

inline constexpr std::int64_t longest_age = 7 * 86'400;

/// A number of seconds as caches tell it; a week at most.
inline std::optional<std::chrono::seconds> cache_seconds(std::string_view text) {
  auto const seconds = to_integer(trimmed(text));
  if (!seconds || *seconds < 0) return std::nullopt;
  return std::chrono::seconds{std::min(*seconds, longest_age)};
}

/// The seconds behind a word of Cache-Control, such as max-age.
inline std::optional<std::chrono::seconds> cache_directive(std::string_view line,
                                                           std::string_view word) {
  while (!line.empty()) {
    auto const end = std::min(line.find(','), line.size());
    auto const part = trimmed(line.substr(0, end));
    auto const mark = std::min(part.find('='), part.size());
    if (same_header(trimmed(part.substr(0, mark)), word) && mark < part.size()) {
      auto value = trimmed(part.substr(mark + 1));
      if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
      return cache_seconds(value);
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return std::nullopt;
}

/// What the headers of an answer say about its age. Some caches put a new Date on an old answer and
/// some leave it: with the age taken off it is never made younger than it is.
inline Freshness freshness(Headers const& headers, Instant now) {
  Freshness fresh;
  auto const age =
      cache_seconds(header(headers, "Age").value_or("")).value_or(std::chrono::seconds{0});
  if (auto const date = http_date(trimmed(header(headers, "Date").value_or(""))))
    fresh.made = *date - age;
  auto const control = header(headers, "Cache-Control").value_or("");
  auto life = cache_directive(control, "s-maxage");
  if (!life) life = cache_directive(control, "max-age");
  if (life && *life > age) fresh.fresh_until = now + (*life - age);
  return fresh;
}

}  // namespace sievarr::wire
