#pragma once

#include <sievarr/filter/browse/weight_of.hpp>
#include <sievarr/filter/explain/effect.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// Which shows are one line away from being wanted: how many lines of each rule speak against each
/// show is added up like everything else, column by column.
namespace sievarr::filter {

/// A line that speaks against a show counts one.
inline std::vector<Panel> counting_panels(Plan const& plan) {
  auto panels = panels_of(plan);
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

/// For each case, the slots where a single line less would make the shows wanted.
inline std::vector<bool> hopeful_slots(Plan const& plan, Positions const& positions) {
  std::vector<bool> hopeful(plan.selections.size() + 1, false);
  auto const decision = decide(plan, {}, std::nullopt, positions.opinions);
  bool const wanted = decision.verdict != Verdict::filtered;
  if (positions.excluded_by) hopeful[exclude_slot] = wanted;
  if (positions.excluded_by || wanted) return hopeful;
  for (std::size_t i = 0; i < plan.selections.size(); ++i)
    hopeful[slot_of_selection(i)] =
        i < decision.selection && plan.selections[i].mode != Mode::ignore;
  return hopeful;
}

/// A show, by how much its near miss is worth telling.
struct Near {
  std::int32_t weight = 0;
  std::int64_t id = 0;
  std::uint32_t row = 0;

  bool operator<(Near const& other) const {
    return weight != other.weight ? weight > other.weight : id < other.id;
  }
};

/// Finds the near misses of all lines.
class NearMisses {
 public:
  static constexpr std::size_t most = 20;

  NearMisses(Plan const& plan, Table const& table, Judged const& judged)
      : plan_(plan), table_(table), judged_(judged), near_(plan.selections.size() + 1) {
    for (auto& rule : near_) rule.resize(criterion_count);
    for (std::size_t number = 0; number < judged.sorted.cases(); ++number)
      hopeful_.push_back(hopeful_slots(plan, positions_of(judged.sorted, number, plan)));
  }

  void find(TitleHits& hits, std::vector<std::uint8_t> const& out, Effects& effects) {
    auto const panels = counting_panels(plan_);
    for (std::size_t at = 0; at < panels.size(); ++at) look_at(panels[at], at, hits, out);
    for (std::size_t slot = 0; slot < effects.size(); ++slot)
      for (auto& effect : effects[slot].lines) {
        auto& [count, rows] = near_[slot][static_cast<std::size_t>(effect.line->criterion)];
        std::sort(rows.begin(), rows.end());
        effect.alone = count;
        for (std::size_t i = 0; i < std::min(rows.size(), most); ++i)
          effect.nearest.push_back(rows[i].row);
      }
  }

 private:
  struct Found {
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
    auto const& of_row = judged_.sorted.of_row;
    auto const ones = all_lanes(1);
    auto const irregular = [&](std::size_t row) {
      return !table_.irregular().empty() &&
             table_.irregular().contains(static_cast<std::uint32_t>(row));
    };
    Block block;
    for (std::size_t first = 0; first < table_.size(); first += block.size()) {
      auto const count = std::min(block.size(), table_.size() - first);
      fill_block(block, panel, {look_ups, beginning, first, count});
      for (std::size_t at = 0; at < count; ++at) {
        auto const row = first + at;
        auto const hit = same_bytes(block[at], ones) & masks[of_row[row]];
        if (any(hit) && out[row] == 0 && !irregular(row)) note(row, index, hit);
      }
    }
    for (auto const& [row, show] : table_.irregular()) {
      auto const hit = same_bytes(ask(panel, show), ones) & masks[of_row[row]];
      if (any(hit) && out[row] == 0) note(row, index, hit);
    }
  }

  /// The line is the one that decides the case: there is no other.
  void note(std::size_t row, std::size_t panel, Lanes hit) {
    auto const lanes = judged_.sorted.panels[panel][judged_.sorted.of_row[row]];
    for (std::size_t lane = 0; lane < Lanes::count; ++lane) {
      if (hit[lane] == 0) continue;
      auto& [count, rows] = near_[panel * Lanes::count + lane][lanes[lane] & lane_byte::rank];
      ++count;
      rows.push_back({weight_of(table_, row), table_.ids()[row], static_cast<std::uint32_t>(row)});
      if (rows.size() < 8 * most) continue;
      std::nth_element(rows.begin(), rows.begin() + most, rows.end());
      rows.resize(most);
    }
  }

  Plan const& plan_;
  Table const& table_;
  Judged const& judged_;
  std::vector<std::vector<bool>> hopeful_;
  std::vector<std::vector<Found>> near_;
};

}  // namespace sievarr::filter
