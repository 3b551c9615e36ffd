#pragma once

#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/schedule/next_time.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {

/// What becomes of a run that was due while nobody was there to begin it.
enum class Missed : std::uint8_t { forgotten, caught_up };

/// Times at equal distances, hung on the first run, so that runs never drift.
struct Grid {
  std::chrono::milliseconds distance{};
  std::optional<Instant> first = {};  ///< Nothing before there was one.

  bool operator==(Grid const&) const = default;
};

/// Something that runs again and again, one run at a time in its lane.
struct Job {
  std::string name;
  std::string lane;
  std::optional<Schedule> schedule = {};  ///< Nothing where it runs only when it is asked for.
  std::optional<Grid> grid = {};          ///< Times of its own, in the place of a schedule.
  Zone zone = {};                         ///< Where the schedule is meant.
  std::optional<std::chrono::seconds> deadline = {};  ///< How long a run may last.
  Missed missed = Missed::forgotten;
};

/// Why a run begins.
BOOST_DEFINE_ENUM_CLASS(Trigger, schedule, request, catch_up)

/// A run that waits for its turn.
struct Waiting {
  Trigger trigger = Trigger::schedule;
  Instant since = {};  ///< When it was due or asked for.

  bool operator==(Waiting const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (trigger, since))

constexpr auto notes_of(reflect::Of<Waiting>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Waiting::trigger>{.text = "Why it begins.", .example = "request"},
      Note<&Waiting::since>{.text = "When it was due or asked for.",
                            .example = "2026-01-31T10:30:00Z"},
  };
}

/// A run that has begun and not ended.
struct Running {
  Trigger trigger = Trigger::schedule;
  Instant since;
  bool asked_to_end = false;  ///< At its next safe point.

  bool operator==(Running const&) const = default;
};

/// How far a job has come. All of it but `running` outlives the program.
struct JobState {
  std::string name;
  std::optional<Instant> seen = {};  ///< Whatever was due up to here has been dealt with.
  std::optional<Waiting> waiting = {};
  std::optional<Running> running = {};

  bool operator==(JobState const&) const = default;
};

/// What is not to begin until somebody says so. What runs already, runs on.
struct Pauses {
  bool all = false;
  std::vector<std::string> lanes = {};
  std::vector<std::string> jobs = {};

  bool operator==(Pauses const&) const = default;
};

inline bool is_paused(Pauses const& pauses, Job const& job) {
  auto const has = [](std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return pauses.all || has(pauses.lanes, job.lane) || has(pauses.jobs, job.name);
}

/// Whether somebody pauses something or takes that back.
enum class Pause : std::uint8_t { no, yes };

/// The pauses once that is done to a job, to a lane, or to all; nothing where no such thing is
/// there.
inline std::optional<Pauses> changed(Pauses pauses, std::span<Job const> jobs,
                                     std::string const& name, Pause pause) {
  auto const change = [&](std::vector<std::string>& names) {
    std::erase(names, name);
    if (pause == Pause::yes) names.push_back(name);
  };
  auto const is_any = [&](auto const& same) { return std::any_of(jobs.begin(), jobs.end(), same); };
  if (name == "all")
    pauses.all = pause == Pause::yes;
  else if (is_any([&](Job const& job) { return job.name == name; }))
    change(pauses.jobs);
  else if (is_any([&](Job const& job) { return job.lane == name; }))
    change(pauses.lanes);
  else
    return std::nullopt;
  return pauses;
}

/// The first time of a grid behind a moment; it may lie before the first run where the moment does,
/// so that a clock that was set back makes nobody wait for more than one distance.
inline std::optional<Instant> grid_behind(Grid const& grid, Instant moment) {
  if (!grid.first || grid.distance.count() <= 0) return std::nullopt;
  auto const passed = moment - *grid.first;
  auto count = passed / grid.distance;
  if (passed % grid.distance < passed.zero()) --count;
  return *grid.first + (count + 1) * grid.distance;
}

/// The first time behind what was seen at which a job is due.
inline std::optional<Instant> due_behind(Job const& job, Instant seen) {
  if (job.grid) return grid_behind(*job.grid, seen);
  if (!job.schedule) return std::nullopt;
  return next_time(*job.schedule, job.zone, seen);
}

/// When the next run begins, as far as it is up to the job: now, where one waits; never, where it
/// is paused.
inline std::optional<Instant> next_run(Job const& job, JobState const& state, Pauses const& pauses,
                                       Instant now) {
  if (is_paused(pauses, job)) return std::nullopt;
  if (state.waiting) return now;
  return due_behind(job, std::min(state.seen.value_or(now), now));
}

}  // namespace sievarr::schedule
