#pragma once

#include <sievarr/filter/plan/plan.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

inline constexpr std::size_t verdict_count = reflect::enumerator_count<Verdict>;
inline constexpr std::size_t category_count = reflect::enumerator_count<Category>;

using VerdictCounts = std::array<std::uint32_t, verdict_count>;

/// How many shows got which answer.
struct Counts {
  VerdictCounts verdicts{};
  std::array<std::uint32_t, category_count> categories{};
  std::vector<VerdictCounts> selections = {};  ///< What each selection decided.

  bool operator==(Counts const&) const = default;

  void add(Decision const& decision, std::uint32_t shows) {
    auto const verdict = static_cast<std::size_t>(decision.verdict);
    verdicts[verdict] += shows;
    categories[static_cast<std::size_t>(decision.category)] += shows;
    if (decision.selection < selections.size()) selections[decision.selection][verdict] += shows;
  }
};

/// Decisions as columns, one entry a row, for callers that take them as arrays.
struct Decisions {
  std::vector<std::uint8_t> verdict;
  std::vector<std::uint8_t> category;
  std::vector<std::uint16_t> selection;
  std::vector<std::uint16_t> route;

  explicit Decisions(std::size_t size = 0)
      : verdict(size), category(size), selection(size), route(size) {}

  std::size_t size() const { return verdict.size(); }

  Decision at(std::size_t row) const {
    return {.verdict = static_cast<Verdict>(verdict[row]),
            .category = static_cast<Category>(category[row]),
            .selection = selection[row],
            .route = route[row]};
  }

  /// Where to write, for loops over many rows.
  struct Columns {
    std::uint8_t* verdict;
    std::uint8_t* category;
    std::uint16_t* selection;
    std::uint16_t* route;

    void set(std::size_t row, Decision const& decision) const {
      verdict[row] = static_cast<std::uint8_t>(decision.verdict);
      category[row] = static_cast<std::uint8_t>(decision.category);
      selection[row] = decision.selection;
      route[row] = decision.route;
    }
  };
  Columns columns() { return {verdict.data(), category.data(), selection.data(), route.data()}; }

  void set(std::size_t row, Decision const& decision) { columns().set(row, decision); }
};

}  // namespace sievarr::filter
