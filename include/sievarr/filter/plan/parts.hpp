#pragma once

#include <sievarr/filter/plan/rules.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::filter {

/// What can be named as the one that decided about a row: a line of a rule, or a selection.
struct Part {
  CompiledSelection const* compiled = nullptr;  ///< None for `exclude`.
  Line const* line = nullptr;                   ///< None for the selection as a whole.
};

/// The parts of a plan under one number each: the lines of `exclude`, then each selection and its
/// lines. It points into the plan.
class Parts {
 public:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  explicit Parts(Rules rules) : rules_(rules) {
    for (auto const& line : rules.exclude) parts_.push_back({nullptr, &line});
    for (auto const& compiled : rules.selections) {
      begins_.push_back(static_cast<std::uint32_t>(parts_.size()));
      parts_.push_back({&compiled, nullptr});
      for (auto const& line : compiled.lines) parts_.push_back({&compiled, &line});
    }
  }

  std::size_t size() const { return parts_.size(); }
  Part const& operator[](std::size_t number) const { return parts_[number]; }
  auto begin() const { return parts_.begin(); }
  auto end() const { return parts_.end(); }

  std::uint32_t of_selection(std::size_t selection) const { return begins_[selection]; }

  std::uint32_t of_exclude(Rank rank) const { return behind(0, rules_.exclude, rank); }
  std::uint32_t of_line(std::size_t selection, Rank rank) const {
    return behind(begins_[selection] + 1, rules_.selections[selection].lines, rank);
  }

 private:
  static std::uint32_t behind(std::uint32_t first, std::span<Line const> lines, Rank rank) {
    for (std::size_t at = 0; at < lines.size(); ++at)
      if (rank_of(lines[at]) == rank) return first + static_cast<std::uint32_t>(at);
    return none;
  }

  Rules rules_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> begins_;  // The number of each selection.
};

}  // namespace sievarr::filter
