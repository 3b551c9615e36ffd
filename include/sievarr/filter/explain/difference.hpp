#pragma once

#include <sievarr/filter/columns/positions.hpp>
#include <sievarr/filter/plan/rules.hpp>
#include <sievarr/reflect/label.hpp>

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

/// One of two runs over the same table: what the engine knows of it, whatever the subject. It
/// points into what was judged.
struct RuleRun {
  Rules rules;
  Sorted const& sorted;
  std::vector<std::uint16_t> const& selection;  ///< Which decided each row; `nobody` where none.
  std::vector<std::size_t> listed = {};         ///< Rows that lists decided; in order.

  bool is_listed(std::size_t row) const {
    return std::binary_search(listed.begin(), listed.end(), row);
  }
  Positions positions(std::size_t row) const {
    return positions_of(sorted, sorted.of_row[row], rules);
  }
};

/// What became of a row: wanted now, wanted no more, wanted elsewhere, to be added without or only
/// after a review, or the same for another reason.
BOOST_DEFINE_ENUM_CLASS(Shift, added, dropped, rerouted, reviewed, reasoned)

constexpr auto labels_of(reflect::Of<Shift>) {
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<Shift::added>{"enters", "+", Tone::enters, "It is wanted now and was not.", "enter"},
      Called<Shift::dropped>{"leaves", "−", Tone::filtered, "It was wanted and is not now.",
                             "leave"},
      Called<Shift::rerouted>{"moves", "→", Tone::enters, "It goes elsewhere now, or otherwise.",
                              "move"},
      Called<Shift::reviewed>{"changes about a review", "◐", Tone::person,
                              "A person must look at it now, or no longer has to.",
                              "change about a review"},
      Called<Shift::reasoned>{"stays for another reason", "≈", Tone::filtered,
                              "Its verdict is the same, and another line made it.",
                              "stay for another reason"},
  };
}
inline constexpr std::size_t shift_count = reflect::enumerator_count<Shift>;

/// Who made the difference: a line or a whole rule of the run before or after, or a list of rows.
struct Cause {
  enum class Side : std::uint8_t { before, after };

  Side side = Side::after;
  std::optional<std::size_t> selection = {};  ///< Its index in that run; none for `exclude`.
  std::optional<Rank> criterion = {};         ///< None for the whole rule.
  bool by_list = false;                       ///< `always` or `never`, not a rule.

  bool operator==(Cause const&) const = default;
  bool operator<(Cause const& other) const { return key() < other.key(); }

 private:
  std::tuple<Side, bool, std::size_t, int> key() const {
    return {side, by_list, selection ? *selection + 1 : 0,
            criterion ? static_cast<int>(*criterion) : -1};
  }
};

/// Rows to which the same happened, for the same cause.
struct ShiftGroup {
  Shift shift = Shift::added;
  Cause cause;
  std::vector<std::uint32_t> rows;
};

/// Two runs compared: how many rows shifted how, and the groups, the largest first.
struct RunDifference {
  std::array<std::uint32_t, shift_count> counts{};
  std::vector<ShiftGroup> groups;
};

/// Which selections are the same before and after: those with the same name.
class SameSelections {
 public:
  SameSelections(Rules before, Rules after) {
    for (auto const& compiled : before.selections) {
      auto const same =
          std::find_if(after.selections.begin(), after.selections.end(),
                       [&](CompiledSelection const& each) { return each.name == compiled.name; });
      auto const found = same != after.selections.end();
      selections_.push_back(found ? static_cast<std::uint16_t>(same - after.selections.begin())
                                  : unmatched);
    }
  }

  /// The selection after that a selection before has become; unmatched where there is none.
  std::uint16_t selection(std::uint16_t before) const {
    return before == nobody ? nobody : selections_[before];
  }
  std::optional<std::size_t> selection_before(std::uint16_t after) const {
    auto const found = std::find(selections_.begin(), selections_.end(), after);
    if (found == selections_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - selections_.begin());
  }

 private:
  static constexpr std::uint16_t unmatched = nobody - 1;

  std::vector<std::uint16_t> selections_;
};

}  // namespace sievarr::filter
