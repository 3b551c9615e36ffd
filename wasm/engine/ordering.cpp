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
  return filter::sorted_rows(std::move(rows), keys_of(by, shows, decisions), direction,
                             shows.table);
}

filter::RowSections in_sections(Rows const& rows, Rows const& headed,
                                filter::SortKeys const& keys) {
  return filter::row_sections(rows, headed, keys);
}

filter::SortKeys keys_of(filter::SortBy by, Catalogue const& shows,
                         filter::Decisions const& decisions) {
  return filter::SortKeyMaker(shows.table, decisions).keys(by);
}

}  // namespace sievarr::wasm
