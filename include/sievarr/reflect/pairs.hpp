#pragma once

#include <sievarr/reflect/describe.hpp>

#include <type_traits>

namespace sievarr::reflect {

/// Calls visit(a, b) for each field of A and the field of B that has its name, as far as visit
/// takes the two: two types that say the same thing name it alike.
template <Described A, Described B, class Visit>
constexpr void for_each_pair(Visit&& visit) {
  for_each_field<A>([&](auto a) {
    for_each_field<B>([&](auto b) {
      if constexpr (std::is_invocable_v<Visit&, decltype(a), decltype(b)>)
        if (a.name == b.name) visit(a, b);
    });
  });
}

}  // namespace sievarr::reflect
