#include "history.hpp"

#include <sievarr/adding/plan_flaw.hpp>
#include <sievarr/api/plan.hpp>

#include <utility>

namespace sievarr::serve {

namespace {

/// Calls use(plan) with the last one that there is.
template <class Use>
http::Answer with_last_plan(Context& context, Use use) {
  auto plan = context.application.last_plan();
  if (!plan) return failed(plan.error());
  if (!*plan)
    return refused(api::refusal(api::Wrong::no_plan, "there is no plan yet",
                                "wait for the first cycle, or ask for one without from=last"));
  return use(**std::move(plan));
}

}  // namespace

template <>
http::Answer answer<api::GetPlan>(Context& context, RouteRequest& request) {
  return with_parameters<api::GetPlan>(request, [&](api::PlanQuery const& query) {
    if (query.from == api::PlanFrom::now) return told<api::GetPlan>(context.application.plan());
    return with_last_plan(context,
                          [](adding::PlanReport const& plan) { return typed<api::GetPlan>(plan); });
  });
}

template <>
http::Answer answer<api::ListPlan>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListPlan>(request, [&](api::ListQuery const& query) {
    return with_search<api::PlanLine>(query, api::Direction::ascending, [&](auto const& search) {
      return with_last_plan(context, [&](adding::PlanReport const& plan) {
        auto lines = api::plan_lines(plan);
        api::PlanLines answer{.made = plan.made, .counts = api::plan_counts(lines)};
        auto page = search.page(std::move(lines));
        if (!page) return no_such_place();
        answer.lines = std::move(page->lines);
        answer.total = page->total;
        answer.next = page->next;
        return typed<api::ListPlan>(answer);
      });
    });
  });
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
