#include "judging.hpp"

#include <sievarr/filter/columns/decision_hash.hpp>

namespace sievarr::wasm {

filter::Judged judged_by(filter::Plan const& plan, Catalogue& shows) {
  return filter::judge_all(plan, shows.table, shows.hits);
}

std::string hash_of(filter::Plan const& plan, Catalogue const& shows,
                    filter::Judged const& judged) {
  return filter::decision_hash(plan, shows.table, judged.decisions);
}

}  // namespace sievarr::wasm
