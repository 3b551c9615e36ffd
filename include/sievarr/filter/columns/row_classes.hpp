#pragma once

#include <sievarr/filter/columns/block.hpp>
#include <sievarr/filter/columns/cases.hpp>
#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/columns/look_up.hpp>
#include <sievarr/filter/columns/panel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The rows of a table, sorted into cases that all panels answer alike.
struct Sorted {
  std::vector<std::uint32_t> of_row;       ///< The case of each row.
  std::vector<std::vector<Lanes>> panels;  ///< For each panel, the lanes of each case.

  std::size_t cases() const { return panels.empty() ? 1 : panels.front().size(); }
};

/// Sorts all rows by what one panel says after another.
class RowClassifier {
 public:
  explicit RowClassifier(Columns const& table) : table_(table), of_row_(table.size(), 0) {}

  /// Splits the cases so far by the lanes of one more panel.
  void split(Panel const& panel, std::span<LookUp const> look_ups, Beginning const& beginning) {
    std::vector<std::uint32_t> irregular_before;
    for (auto const& [row, facts] : table_.irregular()) irregular_before.push_back(of_row_[row]);

    auto& cases = stages_.emplace_back();
    Block block;
    for (std::size_t first = 0; first < of_row_.size(); first += block.size()) {
      auto const count = std::min(block.size(), of_row_.size() - first);
      fill_block(block, panel, {look_ups, beginning, first, count});
      for (std::size_t at = 0; at < count; ++at)
        of_row_[first + at] = cases.number_of(block[at], of_row_[first + at]);
    }
    std::size_t index = 0;
    for (auto const& [row, facts] : table_.irregular())
      of_row_[row] = cases.number_of(ask(panel, facts), irregular_before[index++]);
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
  Columns const& table_;
  std::vector<std::uint32_t> of_row_;
  std::vector<Cases> stages_;
};

}  // namespace sievarr::filter
