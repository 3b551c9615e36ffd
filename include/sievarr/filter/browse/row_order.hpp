#pragma once

#include <sievarr/filter/browse/sort_keys.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// Which way rows are put in order.
BOOST_DEFINE_ENUM_CLASS(Direction, ascending, descending)

/// Sorts some rows by their keys; what is not known comes last in both directions, and rows with
/// one key come in the order of their ids.
inline std::vector<std::uint32_t> sorted_rows(std::vector<std::uint32_t> rows, SortKeys const& keys,
                                              Direction direction, Table const& table) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  keyed.reserve(rows.size());
  for (auto const row : rows) {
    auto const key = keys[row];
    bool const turned = direction == Direction::descending && key != unknown_key;
    keyed.emplace_back(turned ? ~key - 1 : key, row);
  }
  std::sort(keyed.begin(), keyed.end(), [&](auto const& a, auto const& b) {
    return a.first != b.first ? a.first < b.first : table.ids()[a.second] < table.ids()[b.second];
  });
  for (std::size_t at = 0; at < rows.size(); ++at) rows[at] = keyed[at].second;
  return rows;
}

}  // namespace sievarr::filter
