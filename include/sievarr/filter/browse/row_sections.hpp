#pragma once

#include <sievarr/filter/browse/sort_keys.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// Rows of which those with one key stand together, and where each such section begins.
struct RowSections {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> begins;
};

/// Puts rows into sections; within each they stay in the order in which they come. The same rows in
/// the order of their keys say which sections there are.
inline RowSections row_sections(std::vector<std::uint32_t> const& rows,
                                std::vector<std::uint32_t> const& by_key, SortKeys const& keys) {
  RowSections made{.rows = std::vector<std::uint32_t>(rows.size()), .begins = {}};
  std::vector<std::uint32_t> section(keys.size());
  for (std::uint32_t at = 0; at < by_key.size(); ++at) {
    if (at == 0 || keys[by_key[at]] != keys[by_key[at - 1]]) made.begins.push_back(at);
    section[by_key[at]] = static_cast<std::uint32_t>(made.begins.size() - 1);
  }
  auto next = made.begins;
  for (auto const row : rows) made.rows[next[section[row]]++] = row;
  return made;
}

}  // namespace sievarr::filter
