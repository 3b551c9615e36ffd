#include "os/clock.hpp"
#include "serve/endpoints/browse.hpp"
#include "serve/routing/endpoint.hpp"

#include <optional>

namespace sievarr::serve {

template <>
http::Answer answer<api::ListShows>(Context& context, RouteRequest& question) {
  return with_parameters<api::ListShows>(question, [&](api::ShowsQuery const& query) {
    auto const today = context.application.terms()->plan.today;
    auto const page = context.application.look([&](auto const& table, auto const& roster) {
      return browse({.table = table, .roster = roster, .today = today}, query);
    });
    if (page) return typed<api::ListShows>(*page);
    return refused(api::refusal(api::Wrong::bad_parameters, "after is no place in this order",
                                "take what the last answer calls next, with the same sort"));
  });
}

}  // namespace sievarr::serve
