#pragma once

#include <sievarr/filter/explain/funnel.hpp>
#include <sievarr/filter/explain/near_misses.hpp>
#include <sievarr/filter/explain/rejections.hpp>

namespace sievarr::filter {

/// What every line of a plan does to a table that it has judged.
inline Effects effects_of(Plan const& plan, Table const& table, Judged const& judged,
                          TitleHits& hits) {
  auto effects = no_effects(plan);
  auto const out = left_out(table, judged);
  pour(plan, judged, out, effects);
  count_rejections(effects, table, hits, out);
  NearMisses(plan, table, judged).find(hits, out, effects);
  return effects;
}

}  // namespace sievarr::filter
