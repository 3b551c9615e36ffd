#pragma once

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/adding/propose.hpp>
#include <sievarr/base/number.hpp>

#include <optional>
#include <string>

namespace sievarr::adding {

/// Why a plan that comes from outside cannot be carried out; nothing where it can.
inline std::optional<std::string> plan_flaw(PlanReport const& plan) {
  if (plan.sievarr_plan != PlanReport{}.sievarr_plan)
    return "it is of version " + to_text(plan.sievarr_plan);
  if (Proposer::hash_of(plan.proposal.adds) != plan.proposal.hash)
    return "its adds are not those that its hash was made of";
  return std::nullopt;
}

}  // namespace sievarr::adding
