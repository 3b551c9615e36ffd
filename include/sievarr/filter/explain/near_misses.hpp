#pragma once

#include <sievarr/filter/columns/positions.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/explain/effect.hpp>
#include <sievarr/filter/plan/gap.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

/// Which rows are one line away from being wanted: how many lines of each rule speak against each
/// row is added up like everything else, column by column.
namespace sievarr::filter {

/// A line that speaks against a row counts one.
inline std::vector<Panel> counting_panels(Rules rules) {
  auto panels = panels_of(rules);
  for (auto& panel : panels) {
    panel.merge = Merge::sum;
    for (auto& [line, lane, replies] : panel.asked) {
      auto const counted = [](std::uint8_t byte) {
        return static_cast<std::uint8_t>(byte < lane_byte::unsure ? 1 : 0);
      };
      replies = {counted(replies.yes), counted(replies.no), counted(replies.unknown)};
    }
  }
  return panels;
}

/// For each case, the slots where a single line less would make the rows wanted.
using HopefulSlots = std::vector<std::vector<bool>>;

/// A row, by how near it is and by how much its near miss is worth telling.
struct Near {
  double gap = 0;
  double weight = 0;
  std::int64_t id = 0;
  std::uint32_t row = 0;

  bool operator<(Near const& other) const {
    return std::tuple{gap, -weight, id} < std::tuple{other.gap, -other.weight, other.id};
  }
};

/// How far a row is from meeting a line: by the number or the day that it misses. Words are not
/// near each other, and what is unknown is farther away than all that can be measured.
inline double gap_of(Line const& line, Columns const& table, std::size_t row) {
  auto const reads = line.criterion->reads;
  if (reads != Reads::number && reads != Reads::day) return 0;
  auto const fact = measure_of(*line.criterion, table, row);
  return gap(line, fact).value_or(std::numeric_limits<double>::max());
}

/// Finds the near misses of all lines.
class NearMisses {
 public:
  static constexpr std::size_t most = 20;

  /// A table, sorted by rules; and where there is hope for the rows of each case.
  NearMisses(Rules rules, Columns const& table, Sorted const& sorted, HopefulSlots hopeful)
      : rules_(rules),
        table_(table),
        sorted_(sorted),
        hopeful_(std::move(hopeful)),
        near_(rules.selections.size() + 1) {
    for (auto& rule : near_) rule.resize(lane_byte::ranks);
  }

  void find(TitleHits& hits, std::vector<std::uint8_t> const& out, Effects& effects) {
    for (std::size_t slot = 0; slot < effects.size(); ++slot)
      for (auto const& effect : effects[slot].lines)
        near_[slot][index_of(rank_of(*effect.line))].line = effect.line;
    auto const panels = counting_panels(rules_);
    for (std::size_t at = 0; at < panels.size(); ++at) look_at(panels[at], at, hits, out);
    for (std::size_t slot = 0; slot < effects.size(); ++slot)
      for (auto& effect : effects[slot].lines) {
        auto& [line, count, rows] = near_[slot][index_of(rank_of(*effect.line))];
        std::sort(rows.begin(), rows.end());
        effect.alone = count;
        for (std::size_t i = 0; i < std::min(rows.size(), most); ++i)
          effect.nearest.push_back(rows[i].row);
      }
  }

 private:
  struct Found {
    Line const* line = nullptr;
    std::uint32_t count = 0;
    std::vector<Near> rows;
  };

  std::vector<Lanes> masks_of(std::size_t panel) const {
    std::vector<Lanes> masks(hopeful_.size(), all_lanes(0));
    for (std::size_t number = 0; number < hopeful_.size(); ++number)
      for (std::size_t lane = 0; lane < Lanes::count; ++lane) {
        auto const slot = panel * Lanes::count + lane;
        if (slot < near_.size() && hopeful_[number][slot]) masks[number].set(lane, 0xFF);
      }
    return masks;
  }

  void look_at(Panel const& panel, std::size_t index, TitleHits& hits,
               std::vector<std::uint8_t> const& out) {
    auto const look_ups = LookUps(panel, table_, hits).take();
    auto const beginning = where_rows(panel, table_, hits);
    auto const masks = masks_of(index);
    auto const& of_row = sorted_.of_row;
    auto const ones = all_lanes(1);
    Block block;
    for (std::size_t first = 0; first < table_.size(); first += block.size()) {
      auto const count = std::min(block.size(), table_.size() - first);
      fill_block(block, panel, {look_ups, beginning, first, count});
      for (std::size_t at = 0; at < count; ++at) {
        auto const row = first + at;
        auto const hit = same_bytes(block[at], ones) & masks[of_row[row]];
        if (any(hit) && out[row] == 0 && !table_.is_irregular(row)) note(row, index, hit);
      }
    }
    for (auto const& [row, facts] : table_.irregular()) {
      auto const hit = same_bytes(ask(panel, facts), ones) & masks[of_row[row]];
      if (any(hit) && out[row] == 0) note(row, index, hit);
    }
  }

  /// The line is the one that decides the case: there is no other.
  void note(std::size_t row, std::size_t panel, Lanes hit) {
    auto const lanes = sorted_.panels[panel][sorted_.of_row[row]];
    for (std::size_t lane = 0; lane < Lanes::count; ++lane) {
      if (hit[lane] == 0) continue;
      auto& [line, count, rows] = near_[panel * Lanes::count + lane][lanes[lane] & lane_byte::rank];
      ++count;
      rows.push_back({line ? gap_of(*line, table_, row) : 0, weight_of(table_, row),
                      table_.ids()[row], static_cast<std::uint32_t>(row)});
      if (rows.size() < 8 * most) continue;
      std::nth_element(rows.begin(), rows.begin() + most, rows.end());
      rows.resize(most);
    }
  }

  Rules rules_;
  Columns const& table_;
  Sorted const& sorted_;
  HopefulSlots hopeful_;
  std::vector<std::vector<Found>> near_;
};

}  // namespace sievarr::filter
