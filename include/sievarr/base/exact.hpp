#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/natural.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

namespace sievarr::portable {

/// A positive number that is exact, as a quotient.
struct Ratio {
  Natural above;
  Natural below;
};

/// The double nearest to it; of two, the even one. Its bits come one by one, as one divides on
/// paper: three more than a double has, the last of which stands for all that would follow.
inline double nearest(Ratio ratio) {
  constexpr int enough = 56, finest = 1076;
  auto& [above, below] = ratio;
  auto scale = below.bits() - above.bits() - 1;
  (scale < 0 ? below : above).multiply_by_power(2, std::abs(scale));
  auto const count = std::min(enough, finest - scale);
  std::uint64_t bits = 0;
  for (int i = 0; i < count; ++i, ++scale) {
    above.multiply(2);
    bits = bits * 2 + static_cast<unsigned>(above.take_away(below));
  }
  if (!above.is_zero()) bits |= 1;
  if (count == enough) return std::ldexp(static_cast<double>(bits), -scale);
  // Below the normal doubles there are fewer bits: the two too many are rounded off here.
  bits = (bits + 1 + (bits / 4) % 2) / 4;
  return std::ldexp(static_cast<double>(bits), 2 - finest);
}

inline double nearest(Decimal const& decimal) {
  auto const& [digits, exponent] = decimal;
  if (digits.empty() || exponent < -330) return 0;
  if (exponent > 310) return std::numeric_limits<double>::infinity();
  Ratio ratio{Natural(0), Natural(1)};
  for (char const digit : digits) ratio.above.multiply(10, static_cast<std::uint32_t>(digit - '0'));
  auto const power = exponent - static_cast<int>(digits.size());
  (power < 0 ? ratio.below : ratio.above).multiply_by_power(10, std::abs(power));
  return nearest(std::move(ratio));
}

/// Reads 12.5, .5, 1e-3: what is_decimal() takes, without a sign.
inline Decimal from_text(std::string_view text) {
  constexpr std::size_t telling = 780;  // More digits never stand between two doubles.
  constexpr int far = 100'000'000;
  auto const mark = std::min(text.find_first_of("eE"), text.size());
  auto const mantissa = text.substr(0, mark);
  auto const point = std::min(mantissa.find('.'), mantissa.size());
  Decimal decimal{.digits = {}, .exponent = static_cast<int>(point)};
  bool more = false;
  for (std::size_t i = 0; i < mantissa.size(); ++i) {
    if (i == point) continue;
    if (decimal.digits.empty() && mantissa[i] == '0')
      --decimal.exponent;
    else if (decimal.digits.size() < telling)
      decimal.digits += mantissa[i];
    else
      more = more || mantissa[i] != '0';
  }
  if (more) decimal.digits += '1';
  auto power = text.substr(std::min(mark + 1, text.size()));
  if (power.starts_with('+')) power.remove_prefix(1);
  int shift = 0;
  auto const error = std::from_chars(power.data(), power.data() + power.size(), shift).ec;
  if (error == std::errc::result_out_of_range) shift = power.starts_with('-') ? -far : far;
  decimal.exponent += std::clamp(shift, -far, far);
  return decimal;
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

/// The decimal of so many digits that is nearest to a positive number; of two, the even one.
inline Decimal rounded(double number, std::size_t digits) {
  int power = 0;
  auto const mantissa = std::ldexp(std::frexp(number, &power), 53);
  power -= 53;
  Ratio ratio{Natural(static_cast<std::uint64_t>(mantissa)), Natural(1)};
  auto& [above, below] = ratio;
  (power < 0 ? below : above).multiply_by_power(2, std::abs(power));
  Decimal decimal{.digits = {}, .exponent = 0};
  for (; !less(above, below); ++decimal.exponent) below.multiply(10);
  for (above.multiply(10); less(above, below); --decimal.exponent) above.multiply(10);
  while (decimal.digits.size() < digits) {
    decimal.digits += static_cast<char>('0' + above.take_away(below));
    above.multiply(decimal.digits.size() < digits ? 10 : 2);
  }
  bool const odd = (decimal.digits.back() - '0') % 2 == 1;
  if (odd ? !less(above, below) : less(below, above)) return next(std::move(decimal), digits);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  return decimal;
}

}  // namespace sievarr::portable
