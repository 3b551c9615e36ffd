#pragma once

#include <sievarr/schedule/next_time.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {

/// What becomes of a run that was due while nobody was there to begin it.
enum class Missed : std::uint8_t { forgotten, caught_up };

/// Something that runs again and again, one run at a time in its lane.
struct Job {
  std::string name;
  std::string lane;
  std::optional<Schedule> schedule = {};  ///< Nothing where it runs only when it is asked for.
  Zone zone = {};                         ///< Where the schedule is meant.
  std::optional<std::chrono::seconds> deadline = {};  ///< How long a run may last.
  Missed missed = Missed::forgotten;
};

enum class Trigger : std::uint8_t { schedule, request, catch_up };

/// A run that waits for its turn.
struct Waiting {
  Trigger trigger = Trigger::schedule;
  Instant since;  ///< When it was due or asked for.

  bool operator==(Waiting const&) const = default;
};

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

/// The first time behind what was seen at which a job is due.
inline std::optional<Instant> due_behind(Job const& job, Instant seen) {
  if (!job.schedule) return std::nullopt;
  return next_time(*job.schedule, job.zone, seen);
}

}  // namespace sievarr::schedule
