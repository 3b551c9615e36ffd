#pragma once

#include <sievarr/filter/plan/parts.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace sievarr::filter {

/// The plan as if one of its parts had not been written.
inline Plan without(Plan plan, std::uint32_t part) {
  auto const [compiled, line] = Parts(plan)[part];
  if (!compiled) {
    plan.exclude.erase(plan.exclude.begin() + (line - plan.exclude.data()));
    return plan;
  }
  auto const at = compiled - plan.selections.data();
  if (!line) {
    plan.selections.erase(plan.selections.begin() + at);
    return plan;
  }
  auto& lines = plan.selections[static_cast<std::size_t>(at)].lines;
  lines.erase(lines.begin() + (line - lines.data()));
  return plan;
}

}  // namespace sievarr::filter
