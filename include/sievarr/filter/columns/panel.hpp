#pragma once

#include <sievarr/filter/columns/lanes.hpp>
#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/filter/plan/line.hpp>
#include <sievarr/filter/plan/rules.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The byte that each answer of a line puts into its lane. Of all lines that share a lane the
/// smallest byte stays, so bytes are ordered by how much they decide.
struct Replies {
  std::uint8_t yes = 0xFF;
  std::uint8_t no = 0xFF;
  std::uint8_t unknown = 0xFF;

  std::uint8_t of(Answer answer) const {
    if (answer == Answer::unknown) return unknown;
    return answer == Answer::yes ? yes : no;
  }
};

/// The bytes of a rule's lane: nothing speaks against the row; a line asks for a review; the rank
/// of the line that cannot tell and is denied; the rank of the line that decides.
namespace lane_byte {
inline constexpr std::uint8_t silent = 0xFF;
inline constexpr std::uint8_t unsure = 0x40;
inline constexpr std::uint8_t denied = 0x20;
inline constexpr std::uint8_t rank = 0x1F;
inline constexpr std::size_t ranks = rank + 1;
static_assert(ranks == most_criteria);
}  // namespace lane_byte

/// A line that answers into a lane.
struct Asked {
  Line const* line = nullptr;
  std::uint8_t lane = 0;
  Replies replies;
};

/// What becomes of the bytes of several lines in one lane: the least stays, or they add up.
enum class Merge : std::uint8_t { least, sum };

/// Up to sixteen rules, or leaves of conditions, that are asked at once.
struct Panel {
  std::vector<Asked> asked = {};
  Merge merge = Merge::least;

  /// The byte of a lane that nobody answers into.
  std::uint8_t neutral() const { return merge == Merge::least ? 0xFF : 0; }
  Lanes merged(Lanes a, Lanes b) const { return merge == Merge::least ? lesser(a, b) : sum(a, b); }

  /// The lines that read titles, or that are conditions.
  std::vector<Asked> about(Reads reads) const {
    std::vector<Asked> some;
    for (auto const& each : asked)
      if (each.line->criterion->reads == reads) some.push_back(each);
    return some;
  }

  /// The lines about one column, those of one criterion together, in the order of their ranks.
  std::map<Rank, std::vector<Asked>> about_column(std::size_t column) const {
    std::map<Rank, std::vector<Asked>> some;
    for (auto const& each : asked) {
      auto const& [reads, look] =
          std::pair{each.line->criterion->reads, each.line->criterion->look};
      bool const looks = reads != Reads::branches && reads != Reads::title;
      if (looks && look.column == column) some[rank_of(*each.line)].push_back(each);
    }
    return some;
  }
};

inline std::uint8_t rank_byte(Line const& line) { return static_cast<std::uint8_t>(rank_of(line)); }

/// A line of `exclude` decides when it says yes.
inline Replies exclude_replies(Line const& line) { return {.yes = rank_byte(line)}; }

/// A line of a selection decides when it says no; the policy says what not knowing means.
inline Replies selection_replies(Line const& line) {
  Replies replies{.no = rank_byte(line)};
  if (line.unknown == UnknownPolicy::deny)
    replies.unknown = static_cast<std::uint8_t>(lane_byte::denied | rank_byte(line));
  if (line.unknown == UnknownPolicy::review) replies.unknown = lane_byte::unsure;
  return replies;
}

/// The lane of a rule, counted over all panels: `exclude` has the first, then the selections.
inline constexpr std::size_t exclude_slot = 0;
constexpr std::size_t slot_of_selection(std::size_t selection) { return selection + 1; }

inline std::vector<Panel> panels_of(Rules rules) {
  std::vector<Panel> panels(rules.selections.size() / Lanes::count + 1);
  auto const ask = [&](std::size_t slot, Line const& line, Replies replies) {
    auto const lane = static_cast<std::uint8_t>(slot % Lanes::count);
    panels[slot / Lanes::count].asked.push_back({&line, lane, replies});
  };
  for (auto const& line : rules.exclude) ask(exclude_slot, line, exclude_replies(line));
  for (std::size_t i = 0; i < rules.selections.size(); ++i)
    for (auto const& line : rules.selections[i].lines)
      ask(slot_of_selection(i), line, selection_replies(line));
  return panels;
}

/// What the lane of a selection says.
inline Opinion opinion_of(std::uint8_t byte) {
  if (byte == lane_byte::silent) return {Stance::takes, {}};
  if (byte == lane_byte::unsure) return {Stance::unsure, {}};
  return {Stance::fails, static_cast<Rank>(byte & lane_byte::rank)};
}

/// The lanes of one row, asked line by line.
inline Lanes ask(Panel const& panel, Facts const& facts) {
  auto lanes = all_lanes(panel.neutral());
  for (auto const& [line, lane, replies] : panel.asked) {
    auto alone = all_lanes(panel.neutral());
    alone.set(lane, replies.of(ask(*line, facts)));
    lanes = panel.merged(lanes, alone);
  }
  return lanes;
}

}  // namespace sievarr::filter
