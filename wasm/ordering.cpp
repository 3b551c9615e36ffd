#include "judging.hpp"

#include <numeric>
#include <utility>

namespace sievarr::wasm {

Rows fitting_rows(report::RowQuery const& query, report::JudgedTable const& over) {
  return report::rows_that_fit(query, over);
}

Rows sorted(filter::SortBy by, filter::Direction direction, Catalogue const& shows,
            filter::Decisions const& decisions) {
  Rows rows(shows.table.size());
  std::iota(rows.begin(), rows.end(), 0U);
  auto const keys = filter::SortKeyMaker(shows.table, decisions).keys(by);
  return filter::sorted_rows(std::move(rows), keys, direction, shows.table);
}

}  // namespace sievarr::wasm
