#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>
#include <sievarr/value/time_unit.hpp>

#include <cassert>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::value {

/// A span of time as people write it: 30s, 15m, 6h, 1d, 1w, 1y and sums such as 1h30m, each unit
/// at most once, in any order. A year has 365 days. At most a hundred years.
class SpanOfTime {
 public:
  static constexpr reflect::Shape shape{.expected = "a span of time such as 6h or 1h30m",
                                        .example = "1h30m",
                                        .pattern = "^\\s*([0-9]+[smhdwy]\\s*)+$"};
  static constexpr std::int64_t longest = 100LL * 365 * 24 * 60 * 60;

  constexpr SpanOfTime() = default;
  constexpr SpanOfTime(std::chrono::seconds span) : seconds_(span.count()) {
    assert(seconds_ >= 0 && seconds_ <= longest);
  }

  static Result<SpanOfTime, Misfit> read(std::string_view text) {
    text = trimmed(text);
    std::int64_t sum = 0;
    std::string seen;
    for (auto rest = text; !rest.empty() || seen.empty(); rest = trimmed(rest)) {
      auto const digits = rest.substr(0, leading_digits(rest));
      rest.remove_prefix(digits.size());
      auto const* const unit = digits.empty() || rest.empty() ? nullptr : unit_of(rest[0]);
      if (!unit) return unread(text);
      if (seen.find(unit->letter) != std::string::npos) return doubled(*unit, text);
      seen += unit->letter;
      rest.remove_prefix(1);
      auto const count = to_integer(digits);
      if (!count || *count > (longest - sum) / unit->seconds) return too_long(text);
      sum += *count * unit->seconds;
    }
    return SpanOfTime{std::chrono::seconds{sum}};
  }

  constexpr std::chrono::seconds seconds() const { return std::chrono::seconds{seconds_}; }

  /// Whole years or weeks as such, else a sum of days, hours, minutes and seconds.
  std::string text() const {
    if (seconds_ == 0) return "0s";
    std::string text;
    auto rest = seconds_;
    for (auto const& unit : time_units) {
      if (unit.alone && seconds_ % unit.seconds != 0) continue;
      if (rest >= unit.seconds) text += to_text(rest / unit.seconds) + unit.letter;
      rest %= unit.seconds;
    }
    return text;
  }

  auto operator<=>(SpanOfTime const&) const = default;

 private:
  static Misfit too_long(std::string_view text) {
    return {"out-of-range", "must be at most 100y, " + reflect::got(text)};
  }

  static Misfit doubled(TimeUnit const& unit, std::string_view text) {
    return {"bad-type", std::string{"each unit may stand only once, but "} + unit.letter +
                            " stands twice in " + quoted(text)};
  }

  static Misfit unread(std::string_view text) {
    auto const meant = span_in_words(text);
    auto const instead = meant && *meant <= longest
                             ? SpanOfTime{std::chrono::seconds{*meant}}.text()
                             : std::string{};
    if (!text.empty() && leading_digits(text) == text.size())
      return {"bad-type", "a span of time needs a unit (s, m, h, d, w or y), " + reflect::got(text),
              instead};
    return reflect::unreadable(shape, text, instead);
  }

  std::int64_t seconds_ = 0;
};

}  // namespace sievarr::value
