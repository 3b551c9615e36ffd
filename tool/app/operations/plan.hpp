#pragma once

#include "scope.hpp"

#include <sievarr/adding/add_totals.hpp>
#include <sievarr/adding/plan_report.hpp>

namespace sievarr::app {

/// What the next cycle would do. Asks the instances, and changes nothing.
Outcome<adding::PlanReport> make_plan(Scope const& scope);

/// Carries out a plan that a person has seen; what the plan says is held passes with it.
Outcome<adding::AddTotals> apply_plan(Scope const& scope, adding::PlanReport const& plan,
                                      Strictness strictness);

}  // namespace sievarr::app
