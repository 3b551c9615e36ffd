#pragma once

#include <sievarr/filter/columns/row_classes.hpp>
#include <sievarr/filter/columns/where_rows.hpp>

#include <cstddef>
#include <optional>
#include <vector>

/// What every rule of a plan says to every row of a table.
namespace sievarr::filter {

/// How every rule stands on the rows of one case.
struct Positions {
  std::optional<Rank> excluded_by;
  std::vector<Opinion> opinions;
};

inline Positions positions_of(Sorted const& sorted, std::size_t number, Rules rules) {
  auto const byte = [&](std::size_t slot) {
    return sorted.panels[slot / Lanes::count][number][slot % Lanes::count];
  };
  Positions positions;
  if (byte(exclude_slot) != lane_byte::silent)
    positions.excluded_by = static_cast<Rank>(byte(exclude_slot));
  for (std::size_t i = 0; i < rules.selections.size(); ++i)
    positions.opinions.push_back(opinion_of(byte(slot_of_selection(i))));
  return positions;
}

/// Sorts all rows by what every rule of a plan says.
inline Sorted sort_rows(Rules rules, Columns const& table, TitleHits& hits) {
  RowClassifier sorter(table);
  for (auto const& panel : panels_of(rules))
    sorter.split(panel, LookUps(panel, table, hits).take(), where_rows(panel, table, hits));
  return sorter.take();
}

}  // namespace sievarr::filter
