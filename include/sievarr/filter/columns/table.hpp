#pragma once

#include <sievarr/filter/columns/table_of.hpp>
#include <sievarr/filter/subject/criterion.hpp>

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// The catalogue as columns of codes.
using Table = TableOf<Shows>;

/// What is kept beside the columns of shows: 0 where there is none. A show that fits into no column
/// has numbers here that are nobody's.
inline std::vector<std::uint32_t> const& tvdb_numbers(Table const& table) { return table.kept(0); }
inline std::vector<std::uint32_t> const& imdb_codes(Table const& table) { return table.kept(1); }
inline std::vector<std::uint32_t> const& updates(Table const& table) { return table.kept(2); }

/// How much a row matters beside others; 0 where that is not known.
inline double weight_of(Columns const& table, std::size_t row) {
  auto const* const weight = table.weight();
  if (!weight) return 0;
  if (table.is_irregular(row)) {
    auto const& facts = table.irregular().at(static_cast<std::uint32_t>(row));
    return std::get<KnownNumber>(facts[index_of(weight->rank)]).value_or(0);
  }
  auto const column = weight->look.column;
  return table.meaning(column).numbers.number(table.column(column)[row]).value_or(0);
}

}  // namespace sievarr::filter
