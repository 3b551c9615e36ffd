#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>
#include <sievarr/schedule/lanes.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::schedule {

/// How a run ended, or why it never began.
BOOST_DEFINE_ENUM_CLASS(RunResult, good, failed, cut, lost, overrun, paused, away)

constexpr auto labels_of(reflect::Of<RunResult>) {
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<RunResult::good>{"good", "✓", Tone::done, "It ended as it should."},
      Called<RunResult::failed>{"failed", "✕", Tone::broken, "It ended with an error."},
      Called<RunResult::cut>{"cut short", "◐", Tone::person, "A person or its deadline ended it."},
      Called<RunResult::lost>{"lost", "✕", Tone::broken, "The program ended before it did."},
      Called<RunResult::overrun>{"left out", "○", Tone::filtered,
                                 "It did not begin, since the run before had not ended."},
      Called<RunResult::paused>{"paused", "▮▮", Tone::person,
                                "It did not begin, since its job was paused."},
      Called<RunResult::away>{
          "missed", "○", Tone::filtered,
          "It did not begin, since the program was not running when it was due."},
  };
}

/// A run of a job as it is remembered, also one that was due and did not begin.
struct RunRecord {
  std::int64_t id = 0;
  std::string job;
  std::string lane;
  Trigger trigger = Trigger::schedule;
  Instant due = {};
  std::optional<Instant> started = {};
  std::optional<Instant> ended = {};
  std::optional<RunResult> result = {};
  std::map<std::string, std::int64_t> counts = {};
  std::optional<std::string> error = {};
  std::string correlation;

  bool operator==(RunRecord const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RunRecord, (),
                      (id, job, lane, trigger, due, started, ended, result, counts, error,
                       correlation))

constexpr auto notes_of(reflect::Of<RunRecord>) {
  using reflect::Note;
  using R = RunRecord;
  return reflect::Notes{
      Note<&R::id>{.text = "Number of the run.", .example = "7", .key = true},
      Note<&R::job>{.text = "The job that ran.", .example = "health:sonarr"},
      Note<&R::lane>{.text = "The lane it ran in.", .example = "sonarr/watch"},
      Note<&R::trigger>{.text = "Why it began.", .example = "schedule"},
      Note<&R::due>{.text = "When it was due or asked for.", .example = "2026-01-31T10:30:00Z"},
      Note<&R::started>{.text = "When it began; nothing where it did not.",
                        .example = "2026-01-31T10:30:00Z"},
      Note<&R::ended>{.text = "When it was over; nothing while it runs.",
                      .example = "2026-01-31T10:31:00Z"},
      Note<&R::result>{.text = "good, failed, cut by a person or its deadline, or lost with the "
                               "program; or why it never began: the run before had not ended "
                               "(overrun), the job was paused, or nobody was there (away).",
                       .example = "good"},
      Note<&R::counts>{.text = "What it did, in numbers.", .example = "{\"answered_ms\":12}"},
      Note<&R::error>{.text = "What went wrong.", .example = "nobody answers"},
      Note<&R::correlation>{.text = "What the lines of the log about this run carry as well.",
                            .example = "9f86d081884c7d65"},
  };
}

/// What a run says of itself while it is under way.
struct JobProgress {
  std::string step = {};
  std::int64_t done = 0;
  std::int64_t all = 0;

  bool operator==(JobProgress const&) const = default;
};

/// What outlives the program of all jobs: the pauses, up to when each was dealt with, and which
/// runs wait for their turn.
struct JobMemory {
  bool paused = false;
  std::vector<std::string> paused_lanes = {};
  std::vector<std::string> paused_jobs = {};
  std::map<std::string, Instant> seen = {};
  std::map<std::string, Waiting> waiting = {};

  bool operator==(JobMemory const&) const = default;
};
BOOST_DESCRIBE_STRUCT(JobMemory, (), (paused, paused_lanes, paused_jobs, seen, waiting))

constexpr auto notes_of(reflect::Of<JobMemory>) {
  using reflect::Note;
  using M = JobMemory;
  return reflect::Notes{
      Note<&M::paused>{.text = "Whether no job begins.", .example = "true"},
      Note<&M::paused_lanes>{.text = "Lanes in which none begins.", .example = "sonarr/watch"},
      Note<&M::paused_jobs>{.text = "Jobs that do not begin.", .example = "catalogue"},
      Note<&M::seen>{.text = "Up to when what was due of a job has been dealt with."},
      Note<&M::waiting>{.text = "Runs that wait for their turn."},
  };
}

inline Pauses pauses_of(JobMemory const& memory) {
  return {.all = memory.paused, .lanes = memory.paused_lanes, .jobs = memory.paused_jobs};
}

/// How a job stands behind what is remembered of it.
inline JobState state_of(JobMemory const& memory, std::string const& job) {
  JobState state{.name = job};
  if (auto const seen = memory.seen.find(job); seen != memory.seen.end()) state.seen = seen->second;
  auto const waiting = memory.waiting.find(job);
  if (waiting != memory.waiting.end()) state.waiting = waiting->second;
  return state;
}

/// How a run is recorded that was due and did not begin.
inline RunResult result_of(Skip::Reason reason) {
  switch (reason) {
    case Skip::Reason::overrun: return RunResult::overrun;
    case Skip::Reason::paused: return RunResult::paused;
    case Skip::Reason::away: return RunResult::away;
  }
  return RunResult::away;
}

}  // namespace sievarr::schedule
