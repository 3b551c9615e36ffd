#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::filter {

/// Which end of a span a day bounds: a bare year means its first day or its last.
enum class Edge : std::uint8_t { after, before };

/// A day as people write it in a bound: 2026-01-31, 2026, today, -2y, -90d, +30d.
class Day {
 public:
  static constexpr reflect::Shape shape{
      .expected = "a day such as 2010-01-31, 2010, today or -2y",
      .example = "-2y",
      .pattern =
          R"(^\s*([0-9]{4}(-[0-9]{2}-[0-9]{2})?|[Tt][Oo][Dd][Aa][Yy]|[+-][0-9]+[dwmyDWMY])\s*$)"};

  static Result<Day, Misfit> read(std::string_view text);

  /// The day itself, once it is known which day it is today.
  Date resolve(Edge edge, Date today) const;

  /// Whether it moves as time goes by.
  bool relative() const { return kind_ == Kind::offset; }

  std::string text() const;

  bool operator==(Day const&) const = default;

 private:
  enum class Kind : std::uint8_t { date, year, offset };

  static std::optional<Day> read_offset(std::string_view text);
  static Date shifted_months(Date from, std::int64_t months);

  Kind kind_ = Kind::offset;
  char unit_ = 'd';
  std::int64_t amount_ = 0;
  Date date_{};
};

inline std::optional<Day> Day::read_offset(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  Day day;
  day.unit_ = static_cast<char>(text.back() | 0x20);
  if (std::string_view{"dwmy"}.find(day.unit_) == std::string_view::npos) return std::nullopt;
  auto const amount = to_integer(text.substr(1, text.size() - 2));
  constexpr std::int64_t farthest = 100'000;
  if (!amount || *amount < 0 || *amount > farthest) return std::nullopt;
  day.amount_ = text[0] == '-' ? -*amount : *amount;
  return day;
}

inline Result<Day, Misfit> Day::read(std::string_view written) {
  auto const text = trimmed(written);
  Day day;
  if (same_text(text, "today")) return day;
  if (auto const offset = read_offset(text)) return *offset;
  if (auto const date = to_date(text)) {
    day.kind_ = Kind::date;
    day.date_ = *date;
    return day;
  }
  auto const year = text.size() == 4 ? to_integer(text) : std::nullopt;
  if (year && *year >= 1 && *year <= 9999) {
    day.kind_ = Kind::year;
    day.amount_ = *year;
    return day;
  }
  return reflect::unreadable(shape, written);
}

/// The same day of another month, or that month's last day where it has no such day.
inline Date Day::shifted_months(Date from, std::int64_t months) {
  using namespace std::chrono;
  year_month_day const day{from};
  auto const target = year_month{day.year(), day.month()} + std::chrono::months{months};
  auto const last = year_month_day{target / std::chrono::last};
  return sys_days{day.day() > last.day() ? last : target / day.day()};
}

inline Date Day::resolve(Edge edge, Date today) const {
  using namespace std::chrono;
  if (kind_ == Kind::date) return date_;
  if (kind_ == Kind::year) {
    year const whole{static_cast<int>(amount_)};
    return edge == Edge::after ? sys_days{whole / January / 1} : sys_days{whole / December / 31};
  }
  if (unit_ == 'y')
    return shifted_months(today, 12 * std::clamp<std::int64_t>(amount_, -9000, 9000));
  if (unit_ == 'm') return shifted_months(today, amount_);
  return today + days{unit_ == 'w' ? 7 * amount_ : amount_};
}

inline std::string Day::text() const {
  if (kind_ == Kind::date) return to_text(date_);
  if (kind_ == Kind::year) {
    auto const digits = to_text(amount_);
    return std::string(4 - digits.size(), '0') + digits;
  }
  if (amount_ == 0) return "today";
  return (amount_ > 0 ? "+" : "") + to_text(amount_) + unit_;
}

}  // namespace sievarr::filter
