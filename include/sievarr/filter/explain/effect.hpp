#pragma once

#include <sievarr/filter/columns/judge_all.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// What one line does to a catalogue.
struct LineEffect {
  Line const* line = nullptr;
  std::uint32_t rejects = 0;  ///< Shows that it rejects, whatever else does.
  std::uint32_t first = 0;    ///< Shows of which it is the first to reject them, in its rule.
  std::uint32_t alone = 0;    ///< Shows that would be wanted were it not there.
  std::vector<std::uint32_t> nearest = {};  ///< Rows of the most popular of those.
};

/// What one rule does to a catalogue: how the shows that come to it leave it. Shows that are gone,
/// or named in a list, do not count.
struct RuleEffect {
  CompiledSelection const* compiled = nullptr;  ///< None for `exclude`.
  std::uint32_t asked = 0;
  std::uint32_t passed = 0;   ///< Not excluded; taken by the selection.
  std::uint32_t unsure = 0;   ///< Only unknown values keep the selection from taking them.
  std::uint32_t decided = 0;  ///< Passed or unsure, and no earlier selection decided.
  std::vector<LineEffect> lines = {};

  LineEffect* about(Criterion criterion) {
    auto const found = std::find_if(lines.begin(), lines.end(), [&](LineEffect const& each) {
      return each.line->criterion == criterion;
    });
    return found == lines.end() ? nullptr : &*found;
  }
};

/// What every rule does: `exclude` first, then the selections in their order.
using Effects = std::vector<RuleEffect>;

inline Effects no_effects(Plan const& plan) {
  auto const begin = [](CompiledSelection const* compiled, std::vector<Line> const& lines) {
    RuleEffect rule{.compiled = compiled};
    for (auto const& line : lines) rule.lines.push_back({.line = &line});
    return rule;
  };
  Effects effects{begin(nullptr, plan.exclude)};
  for (auto const& compiled : plan.selections) effects.push_back(begin(&compiled, compiled.lines));
  return effects;
}

/// For each row, whether it is no part of any statistics: gone, or decided by a list.
inline std::vector<std::uint8_t> left_out(Table const& table, Judged const& judged) {
  auto out = table.gone();
  for (auto const& [row, circumstances] : judged.named) out[row] = 1;
  return out;
}

}  // namespace sievarr::filter
