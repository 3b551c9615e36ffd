#pragma once

#include <sievarr/filter/cases.hpp>
#include <sievarr/filter/look_up.hpp>
#include <sievarr/filter/panel.hpp>
#include <sievarr/filter/table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// Lanes that each row begins with: what `where` says, which no column can.
struct Beginning {
  std::vector<std::uint32_t> of_row;  ///< Index into rows; empty where nothing was said before.
  std::vector<Lanes> rows;
};

/// The rows of a table, sorted into cases that all panels answer alike.
struct Sorted {
  std::vector<std::uint32_t> of_row;       ///< The case of each row.
  std::vector<std::vector<Lanes>> panels;  ///< For each panel, the lanes of each case.

  std::size_t cases() const { return panels.empty() ? 1 : panels.front().size(); }
};

/// The lanes of a block of rows, column by column.
using Block = std::array<Lanes, 256>;

inline void begin_block(Block& block, Beginning const& beginning, std::size_t first,
                        std::size_t count) {
  if (beginning.of_row.empty()) {
    block.fill(all_lanes(lane_byte::silent));
    return;
  }
  for (std::size_t at = 0; at < count; ++at)
    block[at] = beginning.rows[beginning.of_row[first + at]];
}

inline void narrow(Block& block, LookUp const& look_up, std::size_t first, std::size_t count) {
  auto const* const codes = look_up.codes + first;
  auto const* const rows = look_up.rows.data();
  if (look_up.classes.empty()) {
    for (std::size_t at = 0; at < count; ++at) block[at] = lesser(block[at], rows[codes[at]]);
    return;
  }
  auto const* const classes = look_up.classes.data();
  for (std::size_t at = 0; at < count; ++at)
    block[at] = lesser(block[at], rows[classes[codes[at]]]);
}

/// Sorts all rows by what one panel says after another.
class Sorter {
 public:
  explicit Sorter(Table const& table) : table_(table), of_row_(table.size(), 0) {}

  /// Splits the cases so far by the lanes of one more panel.
  void split(Panel const& panel, std::span<LookUp const> look_ups, Beginning const& beginning) {
    std::vector<std::uint32_t> strange_before;
    for (auto const& [row, show] : table_.strange()) strange_before.push_back(of_row_[row]);

    auto& cases = stages_.emplace_back();
    Block block;
    for (std::size_t first = 0; first < of_row_.size(); first += block.size()) {
      auto const count = std::min(block.size(), of_row_.size() - first);
      begin_block(block, beginning, first, count);
      for (auto const& look_up : look_ups) narrow(block, look_up, first, count);
      for (std::size_t at = 0; at < count; ++at)
        of_row_[first + at] = cases.number_of(block[at], of_row_[first + at]);
    }
    std::size_t index = 0;
    for (auto const& [row, show] : table_.strange())
      of_row_[row] = cases.number_of(ask(panel, show), strange_before[index++]);
  }

  Sorted take() {
    Sorted sorted{.of_row = std::move(of_row_), .panels = {}};
    sorted.panels.resize(stages_.size());
    auto const count = stages_.empty() ? 0 : stages_.back().size();
    for (std::uint32_t last = 0; last < count; ++last) {
      auto number = last;
      for (auto stage = stages_.size(); stage-- > 0;) {
        auto const& [lanes, before] = stages_[stage][number];
        sorted.panels[stage].push_back(lanes);
        number = before;
      }
    }
    return sorted;
  }

 private:
  Table const& table_;
  std::vector<std::uint32_t> of_row_;
  std::vector<Cases> stages_;
};

}  // namespace sievarr::filter
