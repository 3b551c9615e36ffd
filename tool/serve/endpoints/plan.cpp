#include "journal_line.hpp"
#include "serve/routing/endpoint.hpp"
#include "store/catalogue.hpp"

#include <sievarr/adding/plan_flaw.hpp>
#include <sievarr/api/history.hpp>

#include <cstdint>
#include <limits>
#include <utility>

namespace sievarr::serve {
namespace {

std::int64_t end_of(api::HistoryQuery const& query) {
  return query.before.value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace

template <>
http::Answer answer<api::ListCycles>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListCycles>(request, [&](api::HistoryQuery const& query) {
    auto cycles = context.application.read([&](store::Database& database) {
      return store::Cycles(database).latest(query.limit, end_of(query));
    });
    if (!cycles) return failed(cycles.error());
    api::CyclesPage page{.cycles = *std::move(cycles)};
    if (page.cycles.size() == static_cast<std::size_t>(static_cast<int>(query.limit)))
      page.next = page.cycles.back().id;
    return typed<api::ListCycles>(page);
  });
}

template <>
http::Answer answer<api::ListJournal>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListJournal>(request, [&](api::HistoryQuery const& query) {
    auto entries = context.application.read([&](store::Database& database) {
      return store::AddJournalTable(database).latest(query.limit, end_of(query));
    });
    if (!entries) return failed(entries.error());
    api::JournalPage page{.entries = journal_lines(*std::move(entries))};
    if (page.entries.size() == static_cast<std::size_t>(static_cast<int>(query.limit)))
      page.next = page.entries.back().intent.id;
    return typed<api::ListJournal>(page);
  });
}

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
