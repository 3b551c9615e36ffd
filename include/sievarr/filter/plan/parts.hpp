#pragma once

#include <sievarr/filter/plan/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::filter {

/// What can be named as the one that decided about a show: a line of a rule, or a selection.
struct Part {
  CompiledSelection const* compiled = nullptr;  ///< None for `exclude`.
  Line const* line = nullptr;                   ///< None for the selection as a whole.
};

/// The parts of a plan under one number each: the lines of `exclude`, then each selection and its
/// lines. It points into the plan.
class Parts {
 public:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  explicit Parts(Plan const& plan) : plan_(&plan) {
    for (auto const& line : plan.exclude) parts_.push_back({nullptr, &line});
    for (auto const& compiled : plan.selections) {
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

  std::uint32_t of_exclude(Criterion criterion) const {
    return behind(0, plan_->exclude, criterion);
  }
  std::uint32_t of_line(std::size_t selection, Criterion criterion) const {
    return behind(begins_[selection] + 1, plan_->selections[selection].lines, criterion);
  }

 private:
  static std::uint32_t behind(std::uint32_t first, std::vector<Line> const& lines,
                              Criterion criterion) {
    for (std::size_t at = 0; at < lines.size(); ++at)
      if (lines[at].criterion == criterion) return first + static_cast<std::uint32_t>(at);
    return none;
  }

  Plan const* plan_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> begins_;  // The number of each selection.
};

}  // namespace sievarr::filter
