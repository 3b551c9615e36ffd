#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/explain/difference.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// Compares two runs over one table, row by row.
class Comparer {
 public:
  Comparer(Run before, Run after, Table const& table)
      : before_(before), after_(after), table_(table), same_(before.plan, after.plan) {}

  RunDifference compare() {
    auto const& old = before_.judged.decisions;
    auto const& now = after_.judged.decisions;
    for (std::size_t row = 0; row < std::min(old.size(), now.size()); ++row) {
      if (table_.gone()[row] != 0) continue;
      auto const shift = shift_at(row);
      if (!shift) continue;
      ++difference_.counts[static_cast<std::size_t>(*shift)];
      group_of(row, *shift).rows.push_back(static_cast<std::uint32_t>(row));
    }
    sievarr::stable_sort(difference_.groups, [](auto const& a, auto const& b) {
      return a.rows.size() > b.rows.size();
    });
    return std::move(difference_);
  }

 private:
  using Side = Cause::Side;

  /// Most rows are alike to the byte and need no closer look.
  std::optional<Shift> shift_at(std::size_t row) const {
    auto const before = before_.judged.decisions.at(row);
    auto const after = after_.judged.decisions.at(row);
    bool const nowhere = before.selection == Decision::nobody && before.route == 0;
    if (nowhere && before == after && before.verdict == Verdict::filtered) return std::nullopt;
    return shift_of(same_, before, after);
  }

  /// Rows of the same cases have the same cause, which is worked out once.
  ShiftGroup& group_of(std::size_t row, Shift shift) {
    auto const old_case = before_.judged.sorted.of_row[row];
    auto const new_case = after_.judged.sorted.of_row[row];
    bool const listed = is_listed(before_, row) || is_listed(after_, row);
    auto const key = std::tuple{shift,
                                old_case,
                                new_case,
                                listed,
                                before_.judged.decisions.selection[row],
                                after_.judged.decisions.selection[row]};
    auto const [known, fresh] = group_of_case_.emplace(key, 0);
    if (fresh) known->second = group_for({shift, cause_of(row, shift)});
    return difference_.groups[known->second];
  }

  std::size_t group_for(std::pair<Shift, Cause> const& what) {
    auto const [known, fresh] = groups_.emplace(what, difference_.groups.size());
    if (fresh) difference_.groups.push_back({what.first, what.second, {}});
    return known->second;
  }

  static bool is_listed(Run const& run, std::size_t row) { return run.judged.named.contains(row); }

  Positions positions(Run const& run, std::size_t row) const {
    return positions_of(run.judged.sorted, run.judged.sorted.of_row[row], run.plan);
  }

  /// A show that was dropped was dropped by what is against it now; one that was added had
  /// something against it before; else it is the selection that decides now.
  Cause cause_of(std::size_t row, Shift shift) const {
    auto const before = before_.judged.decisions.at(row);
    auto const after = after_.judged.decisions.at(row);
    if (is_listed(after_, row)) return {.side = Side::after, .by_list = true};
    if (is_listed(before_, row)) return {.side = Side::before, .by_list = true};
    if (shift == Shift::added) return against(row, Side::before, after.selection);
    if (shift == Shift::dropped) return against(row, Side::after, before.selection);
    auto const now = positions(after_, row);
    if (now.excluded_by) return {.side = Side::after, .criterion = now.excluded_by};
    if (after.selection != Decision::nobody)
      return {.side = Side::after, .selection = after.selection};
    auto const was = positions(before_, row);
    if (was.excluded_by) return {.side = Side::before, .criterion = was.excluded_by};
    if (before.selection != Decision::nobody)
      return {.side = Side::before, .selection = before.selection};
    return changed_line(was, now);
  }

  /// What one run has against a show that the other wants: its exclude line, the line of the same
  /// selection, or that it lacks, or does not heed, the selection at all.
  Cause against(std::size_t row, Side side, std::uint16_t wanted_by) const {
    auto const& run = side == Side::before ? before_ : after_;
    auto const stands = positions(run, row);
    if (stands.excluded_by) return {.side = side, .criterion = stands.excluded_by};
    auto const other = side == Side::before ? Side::after : Side::before;
    if (wanted_by == Decision::nobody) return {.side = other, .by_list = true};
    auto const here = counterpart(side, wanted_by);
    if (!here) return {.side = other, .selection = wanted_by};
    auto const& opinion = stands.opinions[*here];
    if (opinion.stance == Stance::fails)
      return {.side = side, .selection = *here, .criterion = opinion.decisive};
    auto const decided = run.judged.decisions.selection[row];
    return {.side = side, .selection = decided == Decision::nobody ? *here : decided};
  }

  /// The selection of one side that has the name of one of the other side.
  std::optional<std::size_t> counterpart(Side side, std::uint16_t of_other) const {
    if (side == Side::before) return same_.selection_before(of_other);
    auto const after = same_.selection(of_other);
    if (after >= after_.plan.selections.size()) return std::nullopt;
    return after;
  }

  /// The first selection that fails on another line than before.
  Cause changed_line(Positions const& was, Positions const& now) const {
    for (std::size_t i = 0; i < now.opinions.size(); ++i) {
      auto const before = same_.selection_before(static_cast<std::uint16_t>(i));
      if (!before) return {.side = Side::after, .selection = i};
      if (was.opinions[*before].decisive != now.opinions[i].decisive)
        return {.side = Side::after, .selection = i, .criterion = now.opinions[i].decisive};
    }
    for (std::size_t i = 0; i < was.opinions.size(); ++i)
      if (same_.selection(static_cast<std::uint16_t>(i)) >= now.opinions.size())
        return {.side = Side::before, .selection = i};
    return {};
  }

  Run before_;
  Run after_;
  Table const& table_;
  Correspondence same_;
  RunDifference difference_;
  std::map<std::tuple<Shift, std::uint32_t, std::uint32_t, bool, std::uint16_t, std::uint16_t>,
           std::size_t>
      group_of_case_;
  std::map<std::pair<Shift, Cause>, std::size_t> groups_;
};

/// What a change of the filter does to a catalogue.
inline RunDifference compare_runs(Run before, Run after, Table const& table) {
  return Comparer(before, after, table).compare();
}

/// The line that a cause is about; none where it is a whole rule or a list.
inline Line const* line_of(Cause const& cause, Plan const& plan) {
  if (!cause.criterion) return nullptr;
  auto const& lines = cause.selection ? plan.selections[*cause.selection].lines : plan.exclude;
  for (auto const& line : lines)
    if (line.criterion == *cause.criterion) return &line;
  return nullptr;
}

}  // namespace sievarr::filter
