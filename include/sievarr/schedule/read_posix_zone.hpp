#pragma once

#include <sievarr/schedule/posix_zone.hpp>
#include <sievarr/schedule/token.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::schedule {

/// Reads a zone as POSIX writes it, from the front to the back; each function takes what it reads,
/// or says what it expected.
class PosixZoneReader {
 public:
  explicit PosixZoneReader(Token const& token) : token_(token), rest_(token.text) {}

  Result<PosixZone, Misplaced> read() {
    PosixZone zone;
    bool const good = take_name(zone.standard) && take_offset(zone.standard) &&
                      (rest_.empty() || take_summer(zone));
    if (!good) return misplaced();
    return zone;
  }

 private:
  using Seconds = std::chrono::seconds;

  static constexpr long most_hours = 24;        ///< Of an offset.
  static constexpr long most_time_hours = 167;  ///< Of the time of a change; it may be negative.

  bool take_name(Clock& clock) {
    bool const in_brackets = take_letter(rest_, "<");
    auto const belongs = [&](char letter) {
      return is_letter(letter) ||
             (in_brackets && (is_digit(letter) || letter == '+' || letter == '-'));
    };
    std::size_t size = 0;
    while (size < rest_.size() && belongs(rest_[size])) ++size;
    if (size < 3 || size > 16) return expect("a name of at least three letters such as CET");
    clock.name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return !in_brackets || take_letter(rest_, ">") || expect("> behind the name");
  }

  /// What must be added to local time, which is why east is negative.
  bool take_offset(Clock& clock) {
    auto const time = take_clock_time(most_hours);
    if (!time) return expect("an offset such as -1 or 5:30, which is negative in the east");
    clock.offset = -*time;
    return true;
  }

  std::optional<Seconds> take_clock_time(long hours_at_most) {
    bool const negative = rest_.starts_with('-');
    take_letter(rest_, "+-");
    auto const hours = take_number(0, hours_at_most);
    if (!hours) return std::nullopt;
    Seconds time = std::chrono::hours{*hours};
    for (Seconds unit : {Seconds{60}, Seconds{1}}) {
      if (!take_letter(rest_, ":")) break;
      auto const number = take_number(0, 59);
      if (!number) return std::nullopt;
      time += unit * *number;
    }
    return negative ? -time : time;
  }

  std::optional<int> take_number(long least, long most) {
    auto const digits = leading_digits(rest_);
    auto const number = digits > 0 && digits < 5 ? to_integer(rest_.substr(0, digits)) : none();
    if (!number || *number < least || *number > most) return std::nullopt;
    rest_.remove_prefix(digits);
    return static_cast<int>(*number);
  }

  static std::optional<std::int64_t> none() { return std::nullopt; }

  bool take_summer(PosixZone& zone) {
    auto& summer = zone.summer.emplace();
    summer.clock.daylight_saving = true;
    if (!take_name(summer.clock)) return false;
    summer.clock.offset = zone.standard.offset + std::chrono::hours{1};
    if (!rest_.empty() && rest_[0] != ',' && !take_offset(summer.clock)) return false;
    bool const rules =
        take_comma() && take_yearly(summer.begin) && take_comma() && take_yearly(summer.end);
    return rules && (rest_.empty() || expect("nothing more"));
  }

  bool take_comma() {
    return take_letter(rest_, ",") ||
           expect("when summer time begins and ends such as ,M3.5.0,M10.5.0/3");
  }

  bool take_yearly(YearlyTime& yearly) {
    if (!take_day(yearly)) return false;
    if (!take_letter(rest_, "/")) return true;
    auto const time = take_clock_time(most_time_hours);
    if (!time) return expect("a time such as 3 or 2:30");
    yearly.time = *time;
    return true;
  }

  bool take_day(YearlyTime& yearly) {
    if (take_letter(rest_, "M")) return take_weekday(yearly);
    bool const julian = take_letter(rest_, "J");
    auto const day = julian ? take_number(1, 365) : take_number(0, 365);
    if (!day) return expect("a day of the year such as M3.5.0, J60 or 59");
    yearly.kind = julian ? YearlyTime::Kind::day_without_leap : YearlyTime::Kind::day_from_zero;
    yearly.day = *day;
    return true;
  }

  bool take_weekday(YearlyTime& yearly) {
    yearly.kind = YearlyTime::Kind::weekday_of_month;
    auto const month = take_number(1, 12);
    auto const week = month && take_letter(rest_, ".") ? take_number(1, 5) : std::nullopt;
    auto const day = week && take_letter(rest_, ".") ? take_number(0, 6) : std::nullopt;
    if (!day) return expect("a month, a week and a weekday such as M3.5.0");
    yearly.month = *month;
    yearly.week = *week;
    yearly.day = *day;
    return true;
  }

  static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  bool expect(std::string_view what) {
    expected_ = what;
    return false;
  }

  Misplaced misplaced() const {
    return unfit({rest_, token_.begin + token_.text.size() - rest_.size()}, expected_);
  }

  Token token_;
  std::string_view rest_;
  std::string_view expected_;
};

/// A zone as POSIX writes it, with the reason why a text is none.
inline Result<PosixZone, Misfit> read_posix_zone(std::string_view text) {
  auto zone = PosixZoneReader{{text, 0}}.read();
  if (!zone) return said_of(text, std::move(zone).error());
  return *std::move(zone);
}

}  // namespace sievarr::schedule
