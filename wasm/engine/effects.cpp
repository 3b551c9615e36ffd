#include "judging.hpp"

#include <sievarr/filter/explain/insight.hpp>

namespace sievarr::wasm {

filter::Effects effects_of(filter::Plan const& plan, Catalogue& shows,
                           filter::Judged const& judged) {
  return filter::effects_of(plan, shows.table, judged, shows.hits);
}

Rows deciders_of(filter::Plan const& plan, Catalogue& shows, filter::Judged const& judged) {
  return filter::Deciders(plan, shows.table, judged).of_rows(shows.hits);
}

filter::RunDifference difference_of(filter::Run before, filter::Run after, Catalogue const& shows) {
  return filter::compare_runs(before, after, shows.table);
}

}  // namespace sievarr::wasm
