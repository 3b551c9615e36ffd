#pragma once

#include <sievarr/config/instance_target.hpp>
#include <sievarr/config/load.hpp>
#include <sievarr/filter/explain/foreign_words.hpp>
#include <sievarr/filter/plan/compile.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace sievarr::config {

/// Whether a problem is about what the filter says, or about the document as a whole.
inline bool concerns_filter(Problem const& problem) {
  constexpr std::string_view parts[] = {"exclude", "selections", "always", "never", "filters"};
  return problem.path.empty() ||
         std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return leads_through(problem.path, part); });
}

/// Whether an error may have left half a filter.
inline bool breaks_filter(Problems const& problems) {
  return std::any_of(problems.begin(), problems.end(), [](Problem const& problem) {
    return problem.severity == Severity::error && concerns_filter(problem);
  });
}

/// The plan of a config's filter on some day.
inline Reading<filter::Plan> plan_of(Loaded const& loaded, Date today) {
  filter::CompileContext context{.document = &loaded.document, .today = today};
  for (auto const& instance : loaded.config.sonarr) context.instances.push_back(route_of(instance));
  return filter::compile(loaded.config.filter, std::move(context));
}

/// A config out of its layers and the plan of its filter, with all there is to say about both. The
/// plan asks nothing where there are errors in the filter.
inline Reading<Prepared> prepare(Layers const& layers, Date today) {
  auto reading = load(layers);
  Prepared prepared{.loaded = std::move(reading.value), .plan = {}};
  if (!document::mapping(prepared.loaded.document))
    return {std::move(prepared), std::move(reading.problems)};
  auto plan = plan_of(prepared.loaded, today);
  append(reading.problems, std::move(plan.problems));
  append(reading.problems, filter::foreign_words(plan.value, filter::asked_criteria<filter::Shows>,
                                                 &prepared.loaded.document));
  prepared.plan = breaks_filter(reading.problems) ? filter::inert(std::move(plan.value))
                                                  : std::move(plan.value);
  tidy(reading.problems);
  return {std::move(prepared), std::move(reading.problems)};
}

}  // namespace sievarr::config
