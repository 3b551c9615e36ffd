#include "judging.hpp"

#include <utility>

namespace sievarr::wasm {

Rows fitting_rows(report::RowQuery const& query, report::JudgedTable const& over) {
  return report::rows_that_fit(query, over);
}

filter::SortKeys sort_keys(filter::SortBy by, Catalogue const& shows,
                           filter::Decisions const& decisions) {
  return filter::SortKeyMaker(shows.table, decisions).keys(by);
}

Rows sorted(Rows rows, filter::SortKeys const& keys, filter::Direction direction,
            Catalogue const& shows) {
  return filter::sorted_rows(std::move(rows), keys, direction, shows.table);
}

}  // namespace sievarr::wasm
