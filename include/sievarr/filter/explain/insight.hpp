#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/explain/funnel.hpp>
#include <sievarr/filter/explain/near_misses.hpp>
#include <sievarr/filter/explain/rejections.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// What the lines of a plan do to the shows of a table.
namespace sievarr::filter {

/// For each row, whether it is no part of any statistics: gone, or decided by a list.
inline std::vector<std::uint8_t> left_out(Table const& table, Judged const& judged) {
  auto out = table.gone();
  for (auto const& [row, circumstances] : judged.named) out[row] = 1;
  return out;
}

/// The slots where a single line less would make the shows wanted.
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

inline HopefulSlots hopeful_slots(Plan const& plan, Sorted const& sorted) {
  HopefulSlots slots;
  for (std::size_t number = 0; number < sorted.cases(); ++number)
    slots.push_back(hopeful_slots(plan, positions_of(sorted, number, plan)));
  return slots;
}

/// What every line of a plan does to a table that it has judged.
inline Effects effects_of(Plan const& plan, Table const& table, Judged const& judged,
                          TitleHits& hits) {
  auto effects = no_effects(plan);
  auto const out = left_out(table, judged);
  auto const decided_by = [&](Positions const& positions) {
    return decide(plan, {}, std::nullopt, positions.opinions).selection;
  };
  pour(plan, judged.sorted, out, decided_by, effects);
  count_rejections(effects, table, hits, out);
  NearMisses(plan, table, judged.sorted, hopeful_slots(plan, judged.sorted))
      .find(hits, out, effects);
  return effects;
}

}  // namespace sievarr::filter
