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

/// The number or the day that a criterion finds in a row; nothing where it reads something else.
inline Fact measure_of(AskedCriterion const& criterion, Columns const& table, std::size_t row) {
  if (table.is_irregular(row))
    return table.irregular().at(static_cast<std::uint32_t>(row))[index_of(criterion.rank)];
  auto const column = criterion.look.column;
  auto const code = table.column(column)[row];
  if (criterion.reads == Reads::number) return table.meaning(column).numbers.number(code);
  if (criterion.reads != Reads::day) return {};
  if (code < DayCode::least) return KnownDay{.day = {}, .applies = code == DayCode::none};
  return KnownDay{.day = DayCode::day(code)};
}

/// How much a row matters beside others; 0 where that is not known.
inline double weight_of(Columns const& table, std::size_t row) {
  auto const* const weight = table.weight();
  return weight ? std::get<KnownNumber>(measure_of(*weight, table, row)).value_or(0) : 0;
}

}  // namespace sievarr::filter
