#pragma once

#include <sievarr/config/load.hpp>
#include <sievarr/filter/compile.hpp>

#include <utility>

namespace sievarr::config {

/// Where and how an instance gets its series when no selection says otherwise.
inline filter::Route route_of(Instance const& instance) {
  return {.instance = instance.name,
          .root_folder = instance.root_folder,
          .quality_profile = instance.quality_profile,
          .tags = instance.tags,
          .monitor = instance.monitor,
          .search_on_add = instance.search_on_add,
          .series_type = instance.series_type};
}

/// A config out of its layers and the plan of its filter, with all there is to say about both.
inline Reading<Prepared> prepare(Layers const& layers, Date today) {
  auto reading = load(layers);
  Prepared prepared{.loaded = std::move(reading.value), .plan = {}};
  auto const& [config, document] = prepared.loaded;
  if (!document::mapping(document)) return {std::move(prepared), std::move(reading.problems)};
  filter::Surroundings around{.document = &document, .today = today};
  for (auto const& instance : config.sonarr) around.instances.push_back(route_of(instance));
  auto plan = filter::compile(config.filter, std::move(around));
  append(reading.problems, std::move(plan.problems));
  tidy(reading.problems);
  prepared.plan = std::move(plan.value);
  return {std::move(prepared), std::move(reading.problems)};
}

}  // namespace sievarr::config
