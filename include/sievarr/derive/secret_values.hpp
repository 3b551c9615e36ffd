#pragma once

#include <sievarr/derive/secrets.hpp>

#include <variant>

namespace sievarr::derive {

/// Calls visit(secret) for every secret of a value, at any depth, in the order of the description.
template <class T, class Visit>
void for_each_secret(T const& value, Visit const& visit) {
  if constexpr (!has_secret<T>()) {
    return;
  } else if constexpr (reflect::Scalar<T>) {
    visit(value);
  } else if constexpr (reflect::Maybe<T>) {
    if (value.has_value()) for_each_secret(*value, visit);
  } else if constexpr (reflect::List<T>) {
    for (auto const& item : value) for_each_secret(item, visit);
  } else if constexpr (reflect::Table<T>) {
    for (auto const& [name, item] : value) for_each_secret(item, visit);
  } else if constexpr (reflect::Choice<T>) {
    std::visit([&](auto const& chosen) { for_each_secret(chosen, visit); },
               reflect::alternatives_of(value));
  } else {
    reflect::for_each_field<T>([&](auto field) { for_each_secret(field.in(value), visit); });
  }
}

}  // namespace sievarr::derive
