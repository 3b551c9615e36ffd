#pragma once

#include "catalogue.hpp"

#include <sievarr/filter/browse/row_sections.hpp>
#include <sievarr/filter/explain/compare_runs.hpp>
#include <sievarr/filter/explain/effect.hpp>
#include <sievarr/report/row_query.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// What walks over all shows. These few functions are compiled to be fast, all others to be small.
namespace sievarr::wasm {

using Rows = std::vector<std::uint32_t>;

filter::Judged judged_by(filter::Plan const& plan, Catalogue& shows);
filter::Effects effects_of(filter::Plan const& plan, Catalogue& shows,
                           filter::Judged const& judged);
Rows deciders_of(filter::Plan const& plan, Catalogue& shows, filter::Judged const& judged);
std::string hash_of(filter::Plan const& plan, Catalogue const& shows, filter::Judged const& judged);
filter::RunDifference difference_of(filter::Run before, filter::Run after, Catalogue const& shows);

Rows fitting_rows(report::RowQuery const& query, report::JudgedTable const& over);
/// All rows, sorted.
Rows sorted(filter::SortBy by, filter::Direction direction, Catalogue const& shows,
            filter::Decisions const& decisions);
/// Rows in sections of those that have something in common; `headed` are the same, sorted by it.
filter::RowSections in_sections(Rows const& rows, Rows const& headed, filter::SortKeys const& keys);
filter::SortKeys keys_of(filter::SortBy by, Catalogue const& shows,
                         filter::Decisions const& decisions);

}  // namespace sievarr::wasm
