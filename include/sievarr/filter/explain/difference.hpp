#pragma once

#include <sievarr/filter/columns/judge_all.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

/// What is different between two runs over the same table, and which line made it so.
namespace sievarr::filter {

/// A plan and what it made of a table.
struct Run {
  Plan const& plan;
  Judged const& judged;
};

/// What became of a show: wanted now, wanted no more, wanted elsewhere, to be added without or only
/// after a review, or the same for another reason.
BOOST_DEFINE_ENUM_CLASS(Shift, added, dropped, rerouted, reviewed, reasoned)
inline constexpr std::size_t shift_count = 5;

/// Who made the difference: a line or a whole rule of the run before or after, or a list of ids.
struct Cause {
  enum class Side : std::uint8_t { before, after };

  Side side = Side::after;
  std::optional<std::size_t> selection = {};  ///< Its index in that run; none for `exclude`.
  std::optional<Criterion> criterion = {};    ///< None for the whole rule.
  bool by_list = false;                       ///< `always` or `never`, not a rule.

  bool operator==(Cause const&) const = default;
  bool operator<(Cause const& other) const { return key() < other.key(); }

 private:
  std::tuple<Side, bool, std::size_t, int> key() const {
    return {side, by_list, selection ? *selection + 1 : 0,
            criterion ? static_cast<int>(*criterion) : -1};
  }
};

/// Shows to which the same happened, for the same cause.
struct ShiftGroup {
  Shift shift = Shift::added;
  Cause cause;
  std::vector<std::uint32_t> rows;
};

/// Two runs compared: how many shows shifted how, and the groups, the largest first.
struct RunDifference {
  std::array<std::uint32_t, shift_count> counts{};
  std::vector<ShiftGroup> groups;
};

/// Selections are the same when they have the same name, routes when they say the same.
class Correspondence {
 public:
  Correspondence(Plan const& before, Plan const& after) {
    for (auto const& compiled : before.selections) {
      auto const same =
          std::find_if(after.selections.begin(), after.selections.end(),
                       [&](CompiledSelection const& each) { return each.name == compiled.name; });
      auto const found = same != after.selections.end();
      selections_.push_back(found ? static_cast<std::uint16_t>(same - after.selections.begin())
                                  : unmatched);
    }
    for (auto const& route : before.routes) {
      std::vector<bool> same;
      for (auto const& each : after.routes) same.push_back(each == route);
      same_routes_.push_back(std::move(same));
    }
  }

  /// The selection after that a selection before has become; unmatched where there is none.
  std::uint16_t selection(std::uint16_t before) const {
    return before == Decision::nobody ? Decision::nobody : selections_[before];
  }
  std::optional<std::size_t> selection_before(std::uint16_t after) const {
    auto const found = std::find(selections_.begin(), selections_.end(), after);
    if (found == selections_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - selections_.begin());
  }

  bool same_route(std::uint16_t before, std::uint16_t after) const {
    return same_routes_[before][after];
  }

 private:
  static constexpr std::uint16_t unmatched = Decision::nobody - 1;

  std::vector<std::uint16_t> selections_;
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
                     same.selection(before.selection) == after.selection;
  return alike ? std::nullopt : std::optional{Shift::reasoned};
}

}  // namespace sievarr::filter
