#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/floating.hpp>

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace sievarr {

/// A type that counts; a truth value and a letter do not.
template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
                !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> &&
                !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

template <Whole Number>
std::string to_text(Number number) {
  char digits[24];
  auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return {digits, end};
}

/// The fewest digits that read back as the same number, laid out as JavaScript does, so that the
/// page and the program print alike: 8.5, 100, 1e+21, 1e-7. Numbers that are equal print alike,
/// so there is no -0.
inline std::string to_text(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-infinity" : "infinity";
  if (number == 0) return "0";
  auto const sign = number < 0 ? "-" : "";
  return sign + laid_out(shortest_decimal(std::abs(number)));
}

/// Truth values and letters would be written as numbers.
template <class T>
  requires(std::integral<T> && !Whole<T>)
std::string to_text(T)
= delete;

/// Reads an optional sign and digits, the whole text and nothing else; none when it does not fit.
inline std::optional<std::int64_t> to_integer(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Reads a decimal number as JSON and YAML 1.2 write it, correctly rounded; none for anything
/// else, for hexadecimal, infinities and what is too large. What is too small to tell from zero
/// is zero.
inline std::optional<double> to_double(std::string_view text) {
  if (!is_decimal(text)) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  auto const number = nearest_double(text);
  if (std::isinf(number)) return std::nullopt;
  return number;
}

}  // namespace sievarr
