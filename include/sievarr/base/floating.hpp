#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/exact.hpp>

#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <version>

namespace sievarr {

/// What to use where the standard library cannot convert floating point: our WebAssembly. The C
/// library's own conversions would bring arithmetic of 128 bits and all of printf with them.
namespace portable {

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
  for (std::size_t digits = number < DBL_MIN ? 1 : 15; digits < 17; ++digits) {
    auto decimal = rounded(number, digits);
    if (nearest(decimal) == number) return decimal;
    auto above = next(std::move(decimal), digits);
    if (nearest(above) == number) return above;
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
  if (!text.starts_with('-')) return nearest(from_text(text));
  return -nearest(from_text(text.substr(1)));
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
