#include "journal_line.hpp"
#include "serve/routing/endpoint.hpp"
#include "store/catalogue.hpp"

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/adding/propose.hpp>
#include <sievarr/api/history.hpp>

#include <cstdint>
#include <limits>
#include <utility>

namespace sievarr::serve {
namespace {

std::int64_t end_of(api::HistoryQuery const& query) {
  return query.before.value_or(std::numeric_limits<std::int64_t>::max());
}

http::Answer no_plan(std::string why) {
  return refused(api::refusal(api::Wrong::bad_body, "this is no plan", std::move(why)));
}

}  // namespace

template <>
http::Answer answer<api::ListCycles>(Context& context, RouteRequest& question) {
  return with_parameters<api::ListCycles>(question, [&](api::HistoryQuery const& query) {
    auto cycles = context.readers.with([&](store::Database& database) {
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
http::Answer answer<api::ListJournal>(Context& context, RouteRequest& question) {
  return with_parameters<api::ListJournal>(question, [&](api::HistoryQuery const& query) {
    auto entries = context.readers.with([&](store::Database& database) {
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
  auto proposal = context.application.plan();
  if (!proposal) return failed(proposal.error());
  auto refused = context.application.refused();
  if (!refused) return failed(refused.error());
  auto const terms = context.application.terms();
  auto const progress = context.application.daemon_status().progress;
  adding::PlanReport plan{.made = context.clock.now(),
                          .dry_run = terms->config().dry_run,
                          .filter_hash = terms->plan.filter_hash,
                          .proposal = *std::move(proposal),
                          .refused = *std::move(refused)};
  adding::tell_hold(plan, progress);
  return typed<api::GetPlan>(plan);
}

template <>
http::Answer answer<api::ApplyPlan>(Context& context, RouteRequest& question) {
  return with_parameters<api::ApplyPlan>(question, [&](api::ApplyQuery const& query) {
    return with_body<api::ApplyPlan>(question, [&](adding::PlanReport const& plan) {
      if (plan.sievarr_plan != adding::PlanReport{}.sievarr_plan)
        return no_plan("it is of version " + to_text(plan.sievarr_plan));
      if (adding::Proposer::hash_of(plan.proposal.adds) != plan.proposal.hash)
        return no_plan("its adds are not those that its hash was made of");
      auto const carried = context.application.apply(
          {.plan = plan.proposal,
           .strictness = query.force ? app::Strictness::best_effort : app::Strictness::exact,
           .hold = plan.held ? app::Hold::seen : app::Hold::heeded});
      if (!carried) return failed(carried.error());
      return typed<api::ApplyPlan>(
          {.added = static_cast<std::int64_t>(carried->added),
           .already_there = static_cast<std::int64_t>(carried->already_there),
           .refused = static_cast<std::int64_t>(carried->refused),
           .put_off = static_cast<std::int64_t>(carried->put_off),
           .unknown = static_cast<std::int64_t>(carried->unknown),
           .not_found = static_cast<std::int64_t>(carried->not_found)});
    });
  });
}

}  // namespace sievarr::serve
