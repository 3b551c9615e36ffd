#include "plan.hpp"

#include <utility>

namespace sievarr::app {

Outcome<adding::PlanReport> make_plan(Scope const& scope) {
  auto proposal = sync_job_in(scope).propose();
  if (!proposal) return proposal.error();
  return scope.storage.catalogue().take_turn().completed({.made = scope.clock.now(),
                                                          .dry_run = scope.config.dry_run,
                                                          .filter_hash = scope.plan.filter_hash,
                                                          .proposal = *std::move(proposal)});
}

Outcome<adding::AddTotals> apply_plan(Scope const& scope, adding::PlanReport const& plan,
                                      Strictness strictness) {
  if (scope.config.dry_run)
    return Failure{.kind = Failure::Kind::refused,
                   .text = "dry_run is true: nothing is sent",
                   .hint = "set dry_run: false in the config, or --set dry_run=false"};
  return sync_job_in(scope).apply({.plan = plan.proposal,
                                   .strictness = strictness,
                                   .hold = plan.held ? Hold::seen : Hold::heeded});
}

}  // namespace sievarr::app
