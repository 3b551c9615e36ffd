#pragma once

#include <sievarr/filter/columns/look_up.hpp>
#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/columns/row_classes.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// The lines of a condition that are no conditions themselves, from left to right.
inline void collect_leaves(Line const& line, std::vector<Line const*>& leaves) {
  auto const* tree = std::get_if<Tree>(&line.test);
  if (!tree) return leaves.push_back(&line);
  for (auto const& branch : tree->branches) collect_leaves(branch, leaves);
}

/// What a condition makes of the answers of its leaves, which it takes from the front.
inline Answer combine_leaves(Line const& line, std::span<Answer const>& leaves) {
  auto const* tree = std::get_if<Tree>(&line.test);
  if (!tree) {
    auto const answer = leaves.front();
    leaves = leaves.subspan(1);
    return answer;
  }
  std::vector<Answer> answers;
  for (auto const& branch : tree->branches) answers.push_back(combine_leaves(branch, leaves));
  return combined(tree->kind, answers);
}

/// Panels whose lanes hold the answer of one leaf each.
inline std::vector<Panel> leaf_panels(std::span<Line const* const> leaves) {
  constexpr Replies plain{.yes = static_cast<std::uint8_t>(Answer::yes),
                          .no = static_cast<std::uint8_t>(Answer::no),
                          .unknown = static_cast<std::uint8_t>(Answer::unknown)};
  std::vector<Panel> panels((leaves.size() + Lanes::count - 1) / Lanes::count);
  for (std::size_t at = 0; at < leaves.size(); ++at)
    panels[at / Lanes::count].asked.push_back(
        {leaves[at], static_cast<std::uint8_t>(at % Lanes::count), plain});
  return panels;
}

/// The lanes of a panel's conditions for the answers of all their leaves.
inline Lanes where_lanes(std::span<Asked const> conditions, std::uint8_t neutral,
                         std::span<Answer const> leaves) {
  auto lanes = all_lanes(neutral);
  for (auto const& [line, lane, replies] : conditions)
    lanes.set(lane, replies.of(combine_leaves(*line, leaves)));
  return lanes;
}

/// What the lines `where` of a panel say to each row. Rows are sorted by the answers of all leaves;
/// each case is then worked out once.
inline Beginning where_rows(Panel const& panel, Columns const& table, TitleHits& hits) {
  auto const conditions = panel.about(Reads::branches);
  if (conditions.empty()) return {};
  std::vector<Line const*> leaves;
  for (auto const& each : conditions) collect_leaves(*each.line, leaves);

  RowClassifier sorter(table);
  for (auto const& leaf_panel : leaf_panels(leaves))
    sorter.split(leaf_panel, LookUps(leaf_panel, table, hits).take(), {});
  auto sorted = sorter.take();

  Beginning beginning;
  std::vector<Answer> answers(leaves.size());
  for (std::size_t number = 0; number < sorted.cases(); ++number) {
    for (std::size_t at = 0; at < leaves.size(); ++at)
      answers[at] =
          static_cast<Answer>(sorted.panels[at / Lanes::count][number][at % Lanes::count]);
    beginning.rows.push_back(where_lanes(conditions, panel.neutral(), answers));
  }
  beginning.of_row = std::move(sorted.of_row);
  return beginning;
}

}  // namespace sievarr::filter
