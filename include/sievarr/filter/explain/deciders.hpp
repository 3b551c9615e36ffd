#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/plan/parts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Which line or selection decided about each show, for all shows at once.
namespace sievarr::filter {

/// Panels that only ask for the first line which cannot tell and wants a review for it.
inline std::vector<Panel> unsure_panels(Plan const& plan) {
  auto panels = panels_of(plan);
  for (auto& panel : panels)
    for (auto& [line, lane, replies] : panel.asked) {
      replies = {};
      if (line->unknown == UnknownPolicy::review) replies.unknown = rank_byte(*line);
    }
  return panels;
}

/// Says for each row of a judged table which part of the plan decided. What deciding_place() says
/// about one show, this says about all of them.
class Deciders {
 public:
  Deciders(Plan const& plan, Table const& table, Judged const& judged)
      : plan_(plan), table_(table), judged_(judged), parts_(plan) {}

  std::vector<std::uint32_t> of_rows(TitleHits& hits) {
    decide_cases();
    std::vector<std::uint32_t> deciders(table_.size());
    for (std::size_t row = 0; row < deciders.size(); ++row)
      deciders[row] = of_case_[judged_.sorted.of_row[row]];
    for (auto const& [row, circumstances] : judged_.named) {
      auto const selection = judged_.decisions.selection[row];
      bool const wanted = !circumstances.never && selection != Decision::nobody;
      deciders[row] = wanted ? parts_.of_selection(selection) : Parts::none;
    }
    if (std::find(unsure_.begin(), unsure_.end(), true) != unsure_.end())
      name_unsure_lines(deciders, hits);
    return deciders;
  }

 private:
  void decide_cases() {
    for (std::size_t number = 0; number < judged_.sorted.cases(); ++number) {
      auto const positions = positions_of(judged_.sorted, number, plan_);
      auto const decision = decide(plan_, {}, positions.excluded_by, positions.opinions);
      of_case_.push_back(decider_of(positions, decision));
      bool const chosen = decision.selection != Decision::nobody;
      unsure_.push_back(chosen && positions.opinions[decision.selection].stance == Stance::unsure);
    }
  }

  std::uint32_t decider_of(Positions const& positions, Decision const& decision) const {
    if (positions.excluded_by) return parts_.of_exclude(*positions.excluded_by);
    if (decision.selection != Decision::nobody) return parts_.of_selection(decision.selection);
    if (decision.category == Category::selection || plan_.selections.empty()) return Parts::none;
    return parts_.of_line(0, positions.opinions.front().decisive);
  }

  /// A case tells that a selection is unsure, not because of which line: that is asked apart.
  void name_unsure_lines(std::vector<std::uint32_t>& deciders, TitleHits& hits) {
    RowClassifier sorter(table_);
    for (auto const& panel : unsure_panels(plan_))
      sorter.split(panel, LookUps(panel, table_, hits).take(), where_rows(panel, table_, hits));
    auto const sorted = sorter.take();
    for (std::size_t row = 0; row < deciders.size(); ++row) {
      if (!unsure_[judged_.sorted.of_row[row]] || judged_.named.contains(row)) continue;
      auto const selection = judged_.decisions.selection[row];
      auto const slot = slot_of_selection(selection);
      auto const lanes = sorted.panels[slot / Lanes::count][sorted.of_row[row]];
      deciders[row] = parts_.of_line(selection, static_cast<Rank>(lanes[slot % Lanes::count]));
    }
  }

  Plan const& plan_;
  Table const& table_;
  Judged const& judged_;
  Parts parts_;
  std::vector<std::uint32_t> of_case_;
  std::vector<bool> unsure_;
};

}  // namespace sievarr::filter
