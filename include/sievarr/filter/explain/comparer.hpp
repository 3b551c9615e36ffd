#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/explain/difference.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// Compares two runs over one table, row by row.
class Comparer {
 public:
  Comparer(RuleRun before, RuleRun after, Columns const& table)
      : before_(std::move(before)),
        after_(std::move(after)),
        table_(table),
        same_(before_.rules, after_.rules) {}

  /// The plans say how a row has shifted, if it has.
  template <class ShiftAt>
  RunDifference compare(ShiftAt shift_at) {
    for (std::size_t row = 0; row < std::min(before_.selection.size(), after_.selection.size());
         ++row) {
      if (table_.gone()[row] != 0) continue;
      std::optional<Shift> const shift = shift_at(row);
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

  /// Rows of the same cases have the same cause, which is worked out once.
  ShiftGroup& group_of(std::size_t row, Shift shift) {
    bool const listed = before_.is_listed(row) || after_.is_listed(row);
    auto const key = std::tuple{shift,  before_.sorted.of_row[row], after_.sorted.of_row[row],
                                listed, before_.selection[row],     after_.selection[row]};
    auto const [known, fresh] = group_of_case_.emplace(key, 0);
    if (fresh) known->second = group_for({shift, cause_of(row, shift)});
    return difference_.groups[known->second];
  }

  std::size_t group_for(std::pair<Shift, Cause> const& what) {
    auto const [known, fresh] = groups_.emplace(what, difference_.groups.size());
    if (fresh) difference_.groups.push_back({what.first, what.second, {}});
    return known->second;
  }

  /// A row that was dropped was dropped by what is against it now; one that was added had
  /// something against it before; else it is the selection that decides now.
  Cause cause_of(std::size_t row, Shift shift) const {
    auto const before = before_.selection[row];
    auto const after = after_.selection[row];
    if (after_.is_listed(row)) return {.side = Side::after, .by_list = true};
    if (before_.is_listed(row)) return {.side = Side::before, .by_list = true};
    if (shift == Shift::added) return against(row, Side::before, after);
    if (shift == Shift::dropped) return against(row, Side::after, before);
    auto const now = after_.positions(row);
    if (now.excluded_by) return {.side = Side::after, .criterion = now.excluded_by};
    if (after != nobody) return {.side = Side::after, .selection = after};
    auto const was = before_.positions(row);
    if (was.excluded_by) return {.side = Side::before, .criterion = was.excluded_by};
    if (before != nobody) return {.side = Side::before, .selection = before};
    return changed_line(was, now);
  }

  /// What one run has against a row that the other wants: its exclude line, the line of the same
  /// selection, or that it lacks, or does not heed, the selection at all.
  Cause against(std::size_t row, Side side, std::uint16_t wanted_by) const {
    auto const& run = side == Side::before ? before_ : after_;
    auto const stands = run.positions(row);
    if (stands.excluded_by) return {.side = side, .criterion = stands.excluded_by};
    auto const other = side == Side::before ? Side::after : Side::before;
    if (wanted_by == nobody) return {.side = other, .by_list = true};
    auto const here = counterpart(side, wanted_by);
    if (!here) return {.side = other, .selection = wanted_by};
    auto const& opinion = stands.opinions[*here];
    if (opinion.stance == Stance::fails)
      return {.side = side, .selection = *here, .criterion = opinion.decisive};
    auto const decided = run.selection[row];
    return {.side = side, .selection = decided == nobody ? *here : decided};
  }

  /// The selection of one side that has the name of one of the other side.
  std::optional<std::size_t> counterpart(Side side, std::uint16_t of_other) const {
    if (side == Side::before) return same_.selection_before(of_other);
    auto const after = same_.selection(of_other);
    if (after >= after_.rules.selections.size()) return std::nullopt;
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

  RuleRun before_;
  RuleRun after_;
  Columns const& table_;
  SameSelections same_;
  RunDifference difference_;
  std::map<std::tuple<Shift, std::uint32_t, std::uint32_t, bool, std::uint16_t, std::uint16_t>,
           std::size_t>
      group_of_case_;
  std::map<std::pair<Shift, Cause>, std::size_t> groups_;
};

/// The line that a cause is about; none where it is a whole rule or a list.
inline Line const* line_of(Cause const& cause, Rules rules) {
  if (!cause.criterion) return nullptr;
  auto const lines = cause.selection
                         ? std::span<Line const>{rules.selections[*cause.selection].lines}
                         : rules.exclude;
  for (auto const& line : lines)
    if (rank_of(line) == *cause.criterion) return &line;
  return nullptr;
}

}  // namespace sievarr::filter
