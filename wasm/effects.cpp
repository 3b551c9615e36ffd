#include "judging.hpp"

#include <sievarr/filter/decision_hash.hpp>
#include <sievarr/filter/insight.hpp>

namespace sievarr::wasm {

filter::Effects effects_of(filter::Plan const& plan, Catalogue& shows,
                           filter::Judged const& judged) {
  return filter::effects_of(plan, shows.table, judged, shows.hits);
}

Rows deciders_of(filter::Plan const& plan, Catalogue& shows, filter::Judged const& judged) {
  return filter::Deciders(plan, shows.table, judged).of_rows(shows.hits);
}

std::string hash_of(filter::Plan const& plan, Catalogue const& shows,
                    filter::Judged const& judged) {
  return filter::decision_hash(plan, shows.table, judged.decisions);
}

filter::RunDifference difference_of(filter::Run before, filter::Run after, Catalogue const& shows) {
  return filter::compare_runs(before, after, shows.table);
}

}  // namespace sievarr::wasm
