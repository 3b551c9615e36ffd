#pragma once

#include <sievarr/api/access_routes.hpp>
#include <sievarr/api/activity_routes.hpp>
#include <sievarr/api/catalogue_routes.hpp>
#include <sievarr/api/cycle_routes.hpp>
#include <sievarr/api/job_routes.hpp>
#include <sievarr/api/legacy_routes.hpp>
#include <sievarr/api/system_routes.hpp>

#include <tuple>

namespace sievarr::api {

/// All of them, in the order of the reference: that of the groups, and of each group's own list.
using Routes =
    decltype(std::tuple_cat(LegacyRoutes{}, SystemRoutes{}, CatalogueRoutes{}, CycleRoutes{},
                            JobRoutes{}, ActivityRoutes{}, AccessRoutes{}));

/// Calls visit(R{}) for each of them.
template <class Visit>
constexpr void for_each_route(Visit&& visit) {
  [&]<class... R>(std::tuple<R...> const*) {
    (visit(R{}), ...);
  }(static_cast<Routes const*>(nullptr));
}

/// Whether each route says what it takes to ask it.
consteval bool every_route_says_its_scope() {
  bool all = true;
  for_each_route([&](auto route) {
    all = all && (decltype(route)::route.access == Access::open) !=
                     decltype(route)::route.scope.has_value();
  });
  return all;
}
static_assert(every_route_says_its_scope(), "a route that is not open says its scope");

}  // namespace sievarr::api
