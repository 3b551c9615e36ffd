#pragma once

#include <sievarr/filter/columns/positions.hpp>
#include <sievarr/filter/explain/effect.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

/// How many rows come to each rule and where they leave it: worked out case by case.
namespace sievarr::filter {

/// How many rows each case has, but for those that are left out.
inline std::vector<std::uint32_t> rows_of_cases(Sorted const& sorted,
                                                std::vector<std::uint8_t> const& out) {
  std::vector<std::uint32_t> rows(sorted.cases(), 0);
  for (std::size_t row = 0; row < out.size(); ++row)
    rows[sorted.of_row[row]] += out[row] == 0 ? 1U : 0U;
  return rows;
}

inline void pour_selections(Positions const& positions, std::size_t decided, std::uint32_t rows,
                            Effects& effects) {
  for (std::size_t i = 0; i < positions.opinions.size(); ++i) {
    auto& rule = effects[i + 1];
    auto const& opinion = positions.opinions[i];
    rule.asked += rows;
    if (decided == i) rule.decided += rows;
    if (opinion.stance == Stance::takes) rule.passed += rows;
    if (opinion.stance == Stance::unsure) rule.unsure += rows;
    if (opinion.stance == Stance::fails) rule.about(opinion.decisive)->first += rows;
  }
}

/// Fills in how the rows flow through the rules. The plan says which selection decides, given how
/// all of them stand.
template <class DecidedBy>
void pour(Rules rules, Sorted const& sorted, std::vector<std::uint8_t> const& out,
          DecidedBy decided_by, Effects& effects) {
  auto const rows = rows_of_cases(sorted, out);
  for (std::size_t number = 0; number < rows.size(); ++number) {
    if (rows[number] == 0) continue;
    auto const positions = positions_of(sorted, number, rules);
    auto& exclude = effects.front();
    exclude.asked += rows[number];
    if (positions.excluded_by) {
      exclude.about(*positions.excluded_by)->first += rows[number];
      continue;
    }
    exclude.passed += rows[number];
    pour_selections(positions, decided_by(positions), rows[number], effects);
  }
}

}  // namespace sievarr::filter
