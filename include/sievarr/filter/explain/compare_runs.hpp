#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/explain/comparer.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// What a change of the filter does to the shows of a catalogue.
namespace sievarr::filter {

/// A plan and what it made of a table.
struct Run {
  Plan const& plan;
  Judged const& judged;
};

/// Selections are the same when they have the same name, routes when they say the same.
class Correspondence {
 public:
  Correspondence(Plan const& before, Plan const& after) : selections_(before, after) {
    for (auto const& route : before.routes) {
      std::vector<bool> same;
      for (auto const& each : after.routes) same.push_back(each == route);
      same_routes_.push_back(std::move(same));
    }
  }

  SameSelections const& selections() const { return selections_; }

  bool same_route(std::uint16_t before, std::uint16_t after) const {
    return same_routes_[before][after];
  }

 private:
  SameSelections selections_;
  std::vector<std::vector<bool>> same_routes_;
};

/// How one decision differs from another, if it does.
inline std::optional<Shift> shift_of(Correspondence const& same, Decision const& before,
                                     Decision const& after) {
  bool const was_wanted = before.verdict != Verdict::filtered;
  bool const is_wanted = after.verdict != Verdict::filtered;
  if (was_wanted != is_wanted) return is_wanted ? Shift::added : Shift::dropped;
  if (is_wanted && (before.verdict == Verdict::review) != (after.verdict == Verdict::review))
    return Shift::reviewed;
  if (is_wanted && !same.same_route(before.route, after.route)) return Shift::rerouted;
  bool const alike = before.category == after.category && before.verdict == after.verdict &&
                     same.selections().selection(before.selection) == after.selection;
  return alike ? std::nullopt : std::optional{Shift::reasoned};
}

/// The same for a row. Most rows are alike to the byte and need no closer look.
inline std::optional<Shift> shift_at(std::size_t row, Correspondence const& same, Run const& before,
                                     Run const& after) {
  auto const was = before.judged.decisions.at(row);
  auto const is = after.judged.decisions.at(row);
  bool const nowhere = was.selection == Decision::nobody && was.route == 0;
  if (nowhere && was == is && was.verdict == Verdict::filtered) return std::nullopt;
  return shift_of(same, was, is);
}

inline RuleRun rule_run(Run const& run) {
  RuleRun told{run.plan, run.judged.sorted, run.judged.decisions.selection};
  for (auto const& [row, circumstances] : run.judged.named) told.listed.push_back(row);
  return told;
}

/// What a change of the filter does to a catalogue.
inline RunDifference compare_runs(Run before, Run after, Table const& table) {
  Correspondence const same(before.plan, after.plan);
  return Comparer(rule_run(before), rule_run(after), table).compare([&](std::size_t row) {
    return shift_at(row, same, before, after);
  });
}

}  // namespace sievarr::filter
