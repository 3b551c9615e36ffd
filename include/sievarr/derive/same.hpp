#pragma once

#include <sievarr/reflect/kind.hpp>

#include <algorithm>
#include <type_traits>
#include <variant>

namespace sievarr::derive {

/// Whether two values say the same, secrets included.
template <class T>
bool same(T const& one, T const& other) {
  if constexpr (reflect::Scalar<T>) {
    if constexpr (reflect::ScalarOf<T>::shape.secret)
      return one.same_as(other);
    else
      return reflect::ScalarOf<T>::text(one) == reflect::ScalarOf<T>::text(other);
  } else if constexpr (reflect::Maybe<T>) {
    return one.has_value() == other.has_value() && (!one.has_value() || same(*one, *other));
  } else if constexpr (reflect::Unordered<T>) {
    return one == other;
  } else if constexpr (reflect::List<T>) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](auto const& a, auto const& b) { return same(a, b); });
  } else if constexpr (reflect::Table<T>) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](auto const& a, auto const& b) {
                        return a.first == b.first && same(a.second, b.second);
                      });
  } else if constexpr (reflect::Choice<T>) {
    auto const& chosen = reflect::alternatives_of(one);
    return chosen.index() == reflect::alternatives_of(other).index() &&
           std::visit(
               [&](auto const& value) {
                 using Chosen = std::remove_cvref_t<decltype(value)>;
                 return same(value, std::get<Chosen>(reflect::alternatives_of(other)));
               },
               chosen);
  } else {
    bool all = true;
    reflect::for_each_field<T>(
        [&](auto field) { all = all && same(field.in(one), field.in(other)); });
    return all;
  }
}

}  // namespace sievarr::derive
