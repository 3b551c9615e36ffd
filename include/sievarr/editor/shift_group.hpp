#pragma once

#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/explain/compare_runs.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// The text in which a cause stands: the one that was pinned or the present one.
BOOST_DEFINE_ENUM_CLASS(Side, before, after)

/// Shows to which the same happened because of the same line.
struct ShiftGroup {
  filter::Shift shift = filter::Shift::added;
  Side side = Side::after;
  std::string rule;
  std::optional<filter::Criterion> line;
  std::optional<std::string> wanted;
  std::optional<Spot> at;
  std::uint32_t shows = 0;
  std::uint32_t no_tvdb = 0;
};
BOOST_DESCRIBE_STRUCT(ShiftGroup, (), (shift, side, rule, line, wanted, at, shows, no_tvdb))

constexpr auto notes_of(reflect::Of<ShiftGroup>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShiftGroup::shift>{.text = "What happened to the shows."},
      Note<&ShiftGroup::side>{.text = "Whether the cause stands in the old text or the new."},
      Note<&ShiftGroup::rule>{.text = "exclude, always and never, or the name of a selection."},
      Note<&ShiftGroup::line>{.text = "The criterion; absent where it is the whole rule."},
      Note<&ShiftGroup::wanted>{.text = "What that line asks for."},
      Note<&ShiftGroup::at>{.text = "Where it stands in that text."},
      Note<&ShiftGroup::shows>{.text = "How many shows there are."},
      Note<&ShiftGroup::no_tvdb>{.text = "How many of them wait for a TVDB id now."},
  };
}

/// What a change of the filter does.
struct Changes {
  std::uint32_t added = 0;
  std::uint32_t dropped = 0;
  std::uint32_t rerouted = 0;
  std::uint32_t reviewed = 0;
  std::uint32_t reasoned = 0;
  std::vector<ShiftGroup> groups;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (added, dropped, rerouted, reviewed, reasoned, groups))

constexpr auto notes_of(reflect::Of<Changes>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Changes::added>{.text = "Shows that are wanted now and were not."},
      Note<&Changes::dropped>{.text = "Shows that were wanted and are not."},
      Note<&Changes::rerouted>{.text = "Shows that go elsewhere or otherwise now."},
      Note<&Changes::reviewed>{.text = "Shows that a person must look at now, or need not."},
      Note<&Changes::reasoned>{.text = "Shows with the same verdict for another reason."},
      Note<&Changes::groups>{.text = "What happened to which shows, and why; largest first."},
  };
}

/// A text and what it made of the shows.
struct TextRun {
  filter::Run run;
  document::Utf16 const& units;
};

inline ShiftGroup group_of(filter::ShiftGroup const& group, TextRun const& before,
                           TextRun const& after) {
  bool const old = group.cause.side == filter::Cause::Side::before;
  auto const& [run, units] = old ? before : after;
  ShiftGroup told{.shift = group.shift,
                  .side = old ? Side::before : Side::after,
                  .rule = group.cause.by_list ? "always and never" : "exclude"};
  if (group.cause.selection) {
    auto const& compiled = run.plan.selections[*group.cause.selection];
    told.rule = compiled.name;
    told.at = spot_of(compiled.place, units);
  }
  if (auto const* const line = filter::line_of(group.cause, run.plan)) {
    told.line = filter::criterion_of(*line);
    told.wanted = filter::wanted(*line);
    told.at = spot_of(line->place, units);
  }
  told.shows = static_cast<std::uint32_t>(group.rows.size());
  auto const& decisions = after.run.judged.decisions;
  told.no_tvdb = static_cast<std::uint32_t>(std::count_if(
      group.rows.begin(), group.rows.end(),
      [&](std::uint32_t row) { return decisions.at(row).verdict == filter::Verdict::no_tvdb; }));
  return told;
}

inline Changes changes_of(filter::RunDifference const& difference, TextRun const& before,
                          TextRun const& after) {
  auto const count = [&](filter::Shift shift) {
    return difference.counts[static_cast<std::size_t>(shift)];
  };
  Changes changes{.added = count(filter::Shift::added),
                  .dropped = count(filter::Shift::dropped),
                  .rerouted = count(filter::Shift::rerouted),
                  .reviewed = count(filter::Shift::reviewed),
                  .reasoned = count(filter::Shift::reasoned)};
  for (auto const& group : difference.groups)
    changes.groups.push_back(group_of(group, before, after));
  return changes;
}

}  // namespace sievarr::editor
