#pragma once

#include <sievarr/filter/explain/effect.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

/// How many shows come to each rule and where they leave it: worked out case by case.
namespace sievarr::filter {

/// How many shows each case has, but for those that are left out.
inline std::vector<std::uint32_t> shows_of_cases(Judged const& judged,
                                                 std::vector<std::uint8_t> const& out) {
  std::vector<std::uint32_t> shows(judged.sorted.cases(), 0);
  for (std::size_t row = 0; row < out.size(); ++row)
    shows[judged.sorted.of_row[row]] += out[row] == 0 ? 1U : 0U;
  return shows;
}

inline void pour_selections(Plan const& plan, Positions const& positions, std::uint32_t shows,
                            Effects& effects) {
  auto const decided = decide(plan, {}, std::nullopt, positions.opinions).selection;
  for (std::size_t i = 0; i < plan.selections.size(); ++i) {
    auto& rule = effects[i + 1];
    auto const& opinion = positions.opinions[i];
    rule.asked += shows;
    if (decided == i) rule.decided += shows;
    if (opinion.stance == Stance::takes) rule.passed += shows;
    if (opinion.stance == Stance::unsure) rule.unsure += shows;
    if (opinion.stance == Stance::fails) rule.about(opinion.decisive)->first += shows;
  }
}

/// Fills in how the shows flow through the rules.
inline void pour(Plan const& plan, Judged const& judged, std::vector<std::uint8_t> const& out,
                 Effects& effects) {
  auto const shows = shows_of_cases(judged, out);
  for (std::size_t number = 0; number < shows.size(); ++number) {
    if (shows[number] == 0) continue;
    auto const positions = positions_of(judged.sorted, number, plan);
    auto& exclude = effects.front();
    exclude.asked += shows[number];
    if (positions.excluded_by) {
      exclude.about(*positions.excluded_by)->first += shows[number];
      continue;
    }
    exclude.passed += shows[number];
    pour_selections(plan, positions, shows[number], effects);
  }
}

}  // namespace sievarr::filter
