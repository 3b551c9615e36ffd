#pragma once

#include <sievarr/adding/processing.hpp>
#include <sievarr/filter/plan/plan.hpp>

namespace sievarr::adding {

/// Where a show goes. What a person approved goes where the selection wanted it that asked, though
/// the filter may have turned against it since.
inline target::Route destination(filter::Plan const& plan, filter::Decision const& decision,
                                 Processing const& row) {
  if (decision.verdict == filter::Verdict::filtered)
    for (auto const& sieve : plan.selections)
      if (sieve.name == row.selection) return plan.routes[sieve.route];
  return plan.routes[decision.route];
}

}  // namespace sievarr::adding
