#pragma once

#include <sievarr/filter/columns/table_of.hpp>
#include <sievarr/filter/subject/criterion.hpp>

#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// The catalogue as columns of codes.
using Table = TableOf<Shows>;

/// What is kept beside the columns of shows: 0 where there is none. A show that fits into no column
/// has numbers here that are nobody's.
inline std::vector<std::uint32_t> const& tvdb_numbers(Table const& table) { return table.kept(0); }
inline std::vector<std::uint32_t> const& imdb_codes(Table const& table) { return table.kept(1); }
inline std::vector<std::uint32_t> const& updates(Table const& table) { return table.kept(2); }

}  // namespace sievarr::filter
