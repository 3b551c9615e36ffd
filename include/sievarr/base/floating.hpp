#pragma once

#include <sievarr/base/decimal.hpp>

#include <cfloat>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <limits>
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

/// Fifteen digits survive the way through a normal double, so more are needed only where those
/// do not read back. At a power of two the gap above is the wider one: there the nearest decimal
/// of sixteen digits may fail and the next one fit.
inline Decimal shortest_decimal(double number) {
  for (int digits = number < DBL_MIN ? 1 : 15; digits < 17; ++digits) {
    auto decimal = rounded(number, digits);
    if (reads_as(decimal, number)) return decimal;
    auto above = next(std::move(decimal), static_cast<std::size_t>(digits));
    if (reads_as(above, number)) return above;
  }
  return rounded(number, 17);
}

inline double nearest_double(std::string_view text) {
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
