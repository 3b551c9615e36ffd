#pragma once

#include <sievarr/config/sonarr.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/reflect/pairs.hpp>

#include <type_traits>

namespace sievarr::config {

/// Where and how an instance gets its series when no selection says otherwise: what it says under
/// the names that a route has.
inline target::Target route_of(Sonarr const& instance) {
  target::Target route{.instance = instance.server.name};
  reflect::for_each_pair<Sonarr, target::Target>([&](auto said, auto taken) requires(
      std::is_same_v<typename decltype(said)::Value, typename decltype(taken)::Value>) {
    taken.in(route) = said.in(instance);
  });
  return route;
}

}  // namespace sievarr::config
