#pragma once

#include <sievarr/filter/plan/line.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sievarr::filter {

/// In place of a selection where none decided.
inline constexpr std::uint16_t nobody = 0xFFFF;

/// A selection, ready to be asked.
struct CompiledSelection {
  std::string name;
  Mode mode = Mode::add;
  std::vector<Line> lines = {};  ///< In the order of their ranks.
  std::uint16_t route = 0;       ///< What its plan keeps for what it takes, as an index.
  std::string path;
  Place place;
};

/// The rules of a plan, of whatever subject: lines that exclude, and selections that are asked in
/// order. It points into the plan.
struct Rules {
  std::span<Line const> exclude;
  std::span<CompiledSelection const> selections;

  template <class Plan>
  Rules(Plan const& plan) : exclude(plan.exclude), selections(plan.selections) {}
};

}  // namespace sievarr::filter
