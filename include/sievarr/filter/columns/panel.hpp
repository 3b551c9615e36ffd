#pragma once

#include <sievarr/filter/columns/lanes.hpp>
#include <sievarr/filter/language/answer.hpp>
#include <sievarr/filter/plan/facts.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/filter/plan/verdict.hpp>

#include <cstddef>
#include <cstdint>
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

/// The bytes of a rule's lane: nothing speaks against the show; a line asks for a review; the rank
/// of the line that cannot tell and is denied; the rank of the line that decides.
namespace lane_byte {
inline constexpr std::uint8_t silent = 0xFF;
inline constexpr std::uint8_t unsure = 0x40;
inline constexpr std::uint8_t denied = 0x10;
inline constexpr std::uint8_t rank = 0x0F;
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

  std::vector<Asked> about(Criterion criterion) const {
    std::vector<Asked> some;
    for (auto const& each : asked)
      if (each.line->criterion == criterion) some.push_back(each);
    return some;
  }
};

inline std::uint8_t rank_of(Line const& line) { return static_cast<std::uint8_t>(line.criterion); }

/// A line of `exclude` decides when it says yes.
inline Replies exclude_replies(Line const& line) { return {.yes = rank_of(line)}; }

/// A line of a selection decides when it says no; the policy says what not knowing means.
inline Replies selection_replies(Line const& line) {
  Replies replies{.no = rank_of(line)};
  if (line.unknown == UnknownPolicy::deny)
    replies.unknown = static_cast<std::uint8_t>(lane_byte::denied | rank_of(line));
  if (line.unknown == UnknownPolicy::review) replies.unknown = lane_byte::unsure;
  return replies;
}

/// The lane of a rule, counted over all panels: `exclude` has the first, then the selections.
inline constexpr std::size_t exclude_slot = 0;
constexpr std::size_t slot_of_selection(std::size_t selection) { return selection + 1; }

inline std::vector<Panel> panels_of(Plan const& plan) {
  std::vector<Panel> panels(plan.selections.size() / Lanes::count + 1);
  auto const ask = [&](std::size_t slot, Line const& line, Replies replies) {
    auto const lane = static_cast<std::uint8_t>(slot % Lanes::count);
    panels[slot / Lanes::count].asked.push_back({&line, lane, replies});
  };
  for (auto const& line : plan.exclude) ask(exclude_slot, line, exclude_replies(line));
  for (std::size_t i = 0; i < plan.selections.size(); ++i)
    for (auto const& line : plan.selections[i].lines)
      ask(slot_of_selection(i), line, selection_replies(line));
  return panels;
}

/// What the lane of a selection says.
inline Opinion opinion_of(std::uint8_t byte) {
  if (byte == lane_byte::silent) return {Stance::takes, {}};
  if (byte == lane_byte::unsure) return {Stance::unsure, {}};
  return {Stance::fails, static_cast<Criterion>(byte & lane_byte::rank)};
}

/// The lanes of one show, asked line by line.
inline Lanes ask(Panel const& panel, Show const& show) {
  auto lanes = all_lanes(panel.neutral());
  for (auto const& [line, lane, replies] : panel.asked) {
    auto alone = all_lanes(panel.neutral());
    alone.set(lane, replies.of(ask(*line, show)));
    lanes = panel.merged(lanes, alone);
  }
  return lanes;
}

}  // namespace sievarr::filter
