#pragma once

#include <sievarr/filter/plan/rules.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sievarr::filter {

/// What one line does to a catalogue.
struct LineEffect {
  Line const* line = nullptr;
  std::uint32_t rejects = 0;  ///< Rows that it rejects, whatever else does.
  std::uint32_t first = 0;    ///< Rows of which it is the first to reject them, in its rule.
  std::uint32_t alone = 0;    ///< Rows that would be wanted were it not there.
  std::vector<std::uint32_t> nearest = {};  ///< Rows of those that miss it least.
};

/// What one rule does to a catalogue: how the rows that come to it leave it. Rows that are gone,
/// or named in a list, do not count.
struct RuleEffect {
  CompiledSelection const* compiled = nullptr;  ///< None for `exclude`.
  std::uint32_t asked = 0;
  std::uint32_t passed = 0;   ///< Not excluded; taken by the selection.
  std::uint32_t unsure = 0;   ///< Only unknown values keep the selection from taking them.
  std::uint32_t decided = 0;  ///< Passed or unsure, and no earlier selection decided.
  std::vector<LineEffect> lines = {};

  LineEffect* about(Rank rank) {
    auto const found = std::find_if(lines.begin(), lines.end(), [&](LineEffect const& each) {
      return rank_of(*each.line) == rank;
    });
    return found == lines.end() ? nullptr : &*found;
  }
};

/// What every rule does: `exclude` first, then the selections in their order.
using Effects = std::vector<RuleEffect>;

inline Effects no_effects(Rules rules) {
  auto const begin = [](CompiledSelection const* compiled, std::span<Line const> lines) {
    RuleEffect rule{.compiled = compiled};
    for (auto const& line : lines) rule.lines.push_back({.line = &line});
    return rule;
  };
  Effects effects{begin(nullptr, rules.exclude)};
  for (auto const& compiled : rules.selections) effects.push_back(begin(&compiled, compiled.lines));
  return effects;
}

}  // namespace sievarr::filter
