#pragma once

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace sievarr {

/// The positive number 0.DIGITS times ten to the power of exponent; no zeros at either end.
struct Decimal {
  std::string digits;
  int exponent = 0;

  bool operator==(Decimal const&) const = default;
};

inline bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// How many digits the text begins with.
inline std::size_t leading_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

/// Whether the whole text is a decimal number: 1, -1.5, .5, 1., +1e-3.
inline bool is_decimal(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  auto digits = leading_digits(text);
  text.remove_prefix(digits);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    auto const fraction = leading_digits(text);
    text.remove_prefix(fraction);
    digits += fraction;
  }
  if (digits == 0) return false;
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text.remove_prefix(1);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && leading_digits(text) == text.size();
}

/// Whether a decimal number other than zero lies between -1 and 1.
inline bool below_one(std::string_view text) {
  constexpr long long far = 1'000'000'000'000;
  if (text.starts_with('-')) text.remove_prefix(1);
  auto const mark = text.find_first_of("eE");
  auto const mantissa = text.substr(0, mark);
  auto const first = static_cast<long long>(mantissa.find_first_of("123456789"));
  auto point = static_cast<long long>(leading_digits(mantissa));
  if (point < first) ++point;  // Behind the point the first place is already a tenth.
  long long power = 0;
  if (mark != std::string_view::npos) {
    auto digits = text.substr(mark + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    auto const error = std::from_chars(digits.data(), digits.data() + digits.size(), power).ec;
    if (error != std::errc{} || power > far || power < -far)
      power = digits.starts_with('-') ? -far : far;
  }
  return power + point - first <= 0;
}

/// Reads "1.2345e-05", as printf and to_chars write it.
inline Decimal from_scientific(std::string_view text) {
  auto const mark = text.find('e');
  auto power = text.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  Decimal decimal;
  std::from_chars(power.data(), power.data() + power.size(), decimal.exponent);
  ++decimal.exponent;
  for (char const letter : text.substr(0, mark))
    if (is_digit(letter)) decimal.digits += letter;
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  return decimal;
}

/// The same digits as people write them: plain while that is short, else with an exponent.
inline std::string laid_out(Decimal const& decimal) {
  auto const& [digits, exponent] = decimal;
  auto const count = static_cast<int>(digits.size());
  auto const zeros = [](int many) { return std::string(static_cast<std::size_t>(many), '0'); };
  if (exponent > 21 || exponent < -5) {
    auto text = digits.substr(0, 1);
    if (count > 1) text += "." + digits.substr(1);
    return text + (exponent > 0 ? "e+" : "e") + std::to_string(exponent - 1);
  }
  if (exponent <= 0) return "0." + zeros(-exponent) + digits;
  if (count <= exponent) return digits + zeros(exponent - count);
  auto const point = static_cast<std::size_t>(exponent);
  return digits.substr(0, point) + "." + digits.substr(point);
}

}  // namespace sievarr
