#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <cassert>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace sievarr::value {

/// A number from Min to Max, both included, that begins as Default. It converts to and from T, and
/// compares as T; a T that is out of bounds is a bug. T may be double, the bounds are whole.
template <class T, long long Min, long long Max, long long Default = Min>
class Bounded {
  static_assert(Whole<T> || std::same_as<T, double>, "only numbers have bounds");
  static_assert(Min <= Default && Default <= Max, "the default is out of bounds");
  static_assert(Min >= -(1LL << 53) && Max <= 1LL << 53, "a shape cannot say these bounds");

 public:
  static constexpr reflect::Shape shape{
      .type = Whole<T> ? reflect::Shape::Type::integer : reflect::Shape::Type::number,
      .expected = Whole<T> ? "a whole number" : "a number",
      .min = static_cast<double>(Min),
      .max = static_cast<double>(Max)};

  constexpr Bounded() = default;
  constexpr Bounded(T value) : value_(value) { assert(fits(value)); }

  static Result<Bounded, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto const number = [&] {
      if constexpr (Whole<T>)
        return to_integer(text);
      else
        return to_double(text);
    }();
    if (!number) return unread(text);
    if (!fits(*number)) return reflect::out_of_range(shape, text);
    return Bounded{static_cast<T>(*number)};
  }

  constexpr operator T() const { return value_; }
  std::string text() const { return to_text(value_); }

 private:
  template <class Number>
  static constexpr bool fits(Number number) {
    if constexpr (std::is_unsigned_v<Number>) {
      return number <= static_cast<unsigned long long>(Max) &&
             (Min <= 0 || number >= static_cast<unsigned long long>(Min));
    } else {
      return number >= static_cast<Number>(Min) && number <= static_cast<Number>(Max);
    }
  }

  /// Digits that no machine number holds are a number still, only out of bounds.
  static Misfit unread(std::string_view text) {
    bool const whole = text.find_first_not_of("+-0123456789") == std::string_view::npos;
    if (is_decimal(text) && (whole || !Whole<T>)) return reflect::out_of_range(shape, text);
    return {"bad-type", "expected " + std::string{shape.expected} + " from " + to_text(Min) +
                            " to " + to_text(Max) + ", " + reflect::got(text)};
  }

  T value_ = static_cast<T>(Default);
};

}  // namespace sievarr::value
