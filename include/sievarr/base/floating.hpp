#pragma once

#include <sievarr/base/decimal.hpp>

#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <version>

namespace sievarr {

/// What to use where the standard library cannot convert floating point: our WebAssembly, whose
/// C library rounds correctly and knows one locale only.
namespace portable {

inline Decimal rounded(double number, int digits) {
  char text[40];
  auto const length = std::snprintf(text, sizeof text, "%.*e", digits - 1, number);
  return from_scientific({text, static_cast<std::size_t>(length)});
}

inline bool reads_as(Decimal const& decimal, double number) {
  auto const text = "." + decimal.digits + "e" + std::to_string(decimal.exponent);
  return std::strtod(text.c_str(), nullptr) == number;
}

/// The next larger decimal of so many digits.
inline Decimal next(Decimal decimal, std::size_t digits) {
  decimal.digits.resize(digits, '0');
  auto const last = decimal.digits.find_last_not_of('9');
  if (last == std::string::npos) return {"1", decimal.exponent + 1};
  ++decimal.digits[last];
  decimal.digits.erase(last + 1);
  return decimal;
}

/// The decimal of a number with up to three places, as most have: a quotient of two doubles that
/// are exact is rounded as the decimal would be.
inline std::optional<Decimal> with_few_places(double number) {
  double scale = 1;
  for (int places = 0; places <= 3; ++places, scale *= 10) {
    auto const scaled = std::floor(number * scale + 0.5);
    if (scaled > 1e15) return std::nullopt;
    if (scaled / scale != number) continue;
    auto digits = std::to_string(static_cast<long long>(scaled));
    auto const exponent = static_cast<int>(digits.size()) - places;
    digits.erase(digits.find_last_not_of('0') + 1);
    return Decimal{std::move(digits), exponent};
  }
  return std::nullopt;
}

/// Fifteen digits survive the way through a normal double, so more are needed only where those
/// do not read back. At a power of two the gap above is the wider one: there the nearest decimal
/// of sixteen digits may fail and the next one fit.
inline Decimal shortest_decimal(double number) {
  if (auto decimal = with_few_places(number)) return *std::move(decimal);
  for (int digits = number < DBL_MIN ? 1 : 15; digits < 17; ++digits) {
    auto decimal = rounded(number, digits);
    if (reads_as(decimal, number)) return decimal;
    auto above = next(std::move(decimal), static_cast<std::size_t>(digits));
    if (reads_as(above, number)) return above;
  }
  return rounded(number, 17);
}

/// The double of up to fifteen digits without an exponent: again a quotient that is exact enough.
inline std::optional<double> of_few_digits(std::string_view text) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() > 16) return std::nullopt;
  long long digits = 0;
  double scale = 1;
  bool behind_point = false;
  for (char const letter : text) {
    if (letter == '.') {
      behind_point = true;
      continue;
    }
    if (!is_digit(letter) || digits >= 100'000'000'000'000) return std::nullopt;
    digits = digits * 10 + (letter - '0');
    if (behind_point) scale *= 10;
  }
  auto const number = static_cast<double>(digits) / scale;
  return negative ? -number : number;
}

inline double nearest_double(std::string_view text) {
  if (auto const number = of_few_digits(text)) return *number;
  return std::strtod(std::string{text}.c_str(), nullptr);
}

}  // namespace portable

#ifdef __cpp_lib_to_chars

/// The fewest digits that tell a positive number from its neighbours.
inline Decimal shortest_decimal(double number) {
  char text[40];
  auto const end =
      std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
  return from_scientific({text, static_cast<std::size_t>(end - text)});
}

/// The double nearest to a decimal number without a plus sign; infinity when it is too large.
inline double nearest_double(std::string_view text) {
  double number = 0;
  auto const error = std::from_chars(text.data(), text.data() + text.size(), number).ec;
  if (error != std::errc::result_out_of_range) return number;
  return below_one(text) ? 0 : std::numeric_limits<double>::infinity();
}

#else
using portable::nearest_double;
using portable::shortest_decimal;
#endif

}  // namespace sievarr
