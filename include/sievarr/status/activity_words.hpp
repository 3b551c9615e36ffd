#pragma once

#include <sievarr/adding/proposal.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/status/activity_record.hpp>
#include <sievarr/status/cycle.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What happened, as an activity tells it.
namespace sievarr::status {

/// So many things, with the word for one or for several: "1 show", "2 shows".
inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return to_text(count) + " " + std::string{count == 1 ? one : many};
}

/// The end of an add; nothing where it was only put off, since the next cycle tries it again.
inline std::optional<ActivityRecord> activity_of(adding::Add const& add,
                                                 adding::AddResult const& result) {
  using adding::AddOutcome;
  if (result.fate == AddOutcome::put_off) return std::nullopt;
  auto const show = add.title.empty() ? "show " + to_text(add.show_id) : quoted(add.title);
  auto const& instance = add.route.instance;
  ActivityRecord record{.at = result.at,
                        .refs = {.shows = {add.show_id},
                                 .instance = instance,
                                 .series_id = result.series_id,
                                 .intent = result.intent}};
  auto const tell = [&](ActivityKind kind, std::string words) {
    record.kind = kind;
    record.words = std::move(words);
    return record;
  };
  auto const why = result.words.empty() ? "" : ": " + result.words;
  switch (result.fate) {
    case AddOutcome::added: return tell(ActivityKind::added, "added " + show + " to " + instance);
    case AddOutcome::exists:
      return tell(ActivityKind::exists, show + " is in " + instance + " already");
    case AddOutcome::not_found:
      return tell(ActivityKind::not_found, instance + " does not know " + show);
    default: return tell(ActivityKind::refused, instance + " refused " + show + why);
  }
}

/// What a cycle did; nothing where that is nothing.
inline std::optional<ActivityRecord> activity_of(CycleRecord const& cycle) {
  std::string words;
  auto const say = [&](std::int64_t count, std::string_view what) {
    if (count > 0) words += (words.empty() ? ": " : ", ") + to_text(count) + std::string{what};
  };
  say(cycle.added, " added");
  say(cycle.already_there, " there already");
  say(cycle.refused, " refused");
  say(cycle.shows_stored, " new or changed at TVMaze");
  say(cycle.shows_gone, " gone from TVMaze");
  if (cycle.error) words += (words.empty() ? ": " : "; ") + *cycle.error;
  if (words.empty()) return std::nullopt;
  return ActivityRecord{.at = cycle.ended.value_or(cycle.began),
                        .kind = ActivityKind::cycle,
                        .refs = {.cycle = cycle.id},
                        .words = "cycle " + to_text(cycle.id) + words};
}

/// What somebody did with some shows, of which the first are named.
struct Decided {
  adding::ManualAction action = adding::ManualAction::approve;
  std::string by = {};
  std::vector<std::int64_t> shows = {};
  std::vector<std::string> titles = {};
};

constexpr std::string_view past_of(adding::ManualAction action) {
  using adding::ManualAction;
  switch (action) {
    case ManualAction::approve: return "approved";
    case ManualAction::reject:
    case ManualAction::skip: return "skipped";
    case ManualAction::unskip: return "no longer skipped:";
    case ManualAction::later: return "put off for later:";
    case ManualAction::undo: return "decision taken back:";
    case ManualAction::retry: break;
  }
  return "to be tried again:";
}

inline ActivityRecord activity_of(Decided const& decided, Instant now) {
  constexpr std::size_t most_named = 3;
  auto const count = decided.titles.size();
  std::vector<std::string> named;
  for (std::size_t at = 0; at < std::min(count, most_named); ++at)
    named.push_back(quoted(decided.titles[at]));
  auto words = std::string{past_of(decided.action)} + " ";
  if (count > most_named) words += counted(count, "show", "shows") + ", among them ";
  return {.at = now,
          .kind = ActivityKind::decision,
          .refs = {.shows = decided.shows, .action = decided.action, .by = decided.by},
          .words = words + listed(named, "and")};
}

/// The catalogue was judged by another filter, and that changed something.
inline ActivityRecord activity_of_judging(std::size_t changed, std::size_t newly_wanted,
                                          Instant now) {
  return {.at = now,
          .kind = ActivityKind::judged,
          .words = "judged again: " + counted(changed, "show", "shows") + " changed, " +
                   to_text(newly_wanted) + " newly wanted"};
}

/// Another config is in force, or why it is not.
inline ActivityRecord activity_of_config(std::optional<std::string> const& trouble, Instant now) {
  if (!trouble)
    return {.at = now, .kind = ActivityKind::config, .words = "another config is in force"};
  return {.at = now,
          .kind = ActivityKind::config_refused,
          .words = "a config was refused: " + *trouble};
}

/// Adding is held, or goes on; nothing where neither has changed.
inline std::optional<ActivityRecord> activity_of_hold(std::optional<std::int64_t> was,
                                                      std::optional<std::int64_t> is, Instant now) {
  if (was == is) return std::nullopt;
  if (!is)
    return ActivityRecord{
        .at = now, .kind = ActivityKind::released, .words = "adding is not held any more"};
  return ActivityRecord{
      .at = now,
      .kind = ActivityKind::held,
      .words = "adding is held: " + counted(static_cast<std::size_t>(*is), "show", "shows") +
               " became wanted with a change of the config"};
}

}  // namespace sievarr::status
