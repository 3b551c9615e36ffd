#pragma once

#include <sievarr/adding/show_state.hpp>
#include <sievarr/filter/plan/plan.hpp>

namespace sievarr::adding {

/// Where a show goes. What a person approved goes where the selection wanted it that asked, though
/// the filter may have turned against it since.
inline target::Target destination(filter::Plan const& plan, filter::Decision const& decision,
                                  ShowState const& row) {
  if (decision.verdict == filter::Verdict::filtered)
    for (auto const& compiled : plan.selections)
      if (compiled.name == row.selection) return plan.routes[compiled.route];
  return plan.routes[decision.route];
}

}  // namespace sievarr::adding
