#include "serve/routing/endpoint.hpp"

#include <sievarr/adding/plan_flaw.hpp>
#include <sievarr/api/history.hpp>

#include <utility>

namespace sievarr::serve {

template <>
http::Answer answer<api::GetPlan>(Context& context, RouteRequest&) {
  return told<api::GetPlan>(context.application.plan());
}

template <>
http::Answer answer<api::ApplyPlan>(Context& context, RouteRequest& request) {
  return with_parameters<api::ApplyPlan>(request, [&](api::ApplyQuery const& query) {
    return with_body<api::ApplyPlan>(request, [&](adding::PlanReport const& plan) {
      if (auto flaw = adding::plan_flaw(plan))
        return refused(api::refusal(api::Wrong::bad_body, "this is no plan", *std::move(flaw)));
      auto const strictness = query.force ? app::Strictness::best_effort : app::Strictness::exact;
      return told<api::ApplyPlan>(context.application.apply(plan, strictness));
    });
  });
}

}  // namespace sievarr::serve
