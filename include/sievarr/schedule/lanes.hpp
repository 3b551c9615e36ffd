#pragma once

#include <sievarr/schedule/job.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {

/// A run that begins now.
struct Start {
  std::string job;
  Trigger trigger = Trigger::schedule;
  Instant due;

  bool operator==(Start const&) const = default;
};

/// Runs that were due and did not begin: the first of them, and why.
struct Skip {
  enum class Reason : std::uint8_t {
    overrun,  ///< The run before had not ended, or had not even begun.
    paused,
    away,  ///< Nobody was there.
  };

  std::string job;
  Reason reason = Reason::overrun;
  Instant due;

  bool operator==(Skip const&) const = default;
};

/// What is to be done at a moment, and how all jobs stand behind it.
struct Turn {
  std::vector<JobState> states;  ///< One for each job, in their order.
  std::vector<Start> starts;
  std::vector<Skip> skips;        ///< To be recorded.
  std::vector<std::string> ends;  ///< Runs beyond their deadline, to end at their next safe point.
  std::optional<Instant> wake;    ///< When to look again, unless something happens before.
};

/// A run that begins within this time is on time; later, somebody was away.
inline constexpr std::chrono::minutes patience{1};

namespace lanes {

inline JobState state_of(std::span<JobState const> states, Job const& job) {
  for (auto const& state : states)
    if (state.name == job.name) return state;
  return {.name = job.name};
}

/// A run that is due and can wait for its turn begins to wait; others are skipped.
inline void take_due(Job const& job, Pauses const& pauses, Instant now, Turn& turn) {
  auto& state = turn.states.back();
  // A job that nobody has seen before, and a clock that was set back, begin anew.
  auto const seen = std::min(state.seen.value_or(now), now);
  state.seen = now;
  auto const first = due_behind(job, seen);
  if (!first || *first > now) return;
  auto const skip = [&](Skip::Reason reason, Instant due) {
    turn.skips.push_back({job.name, reason, due});
  };
  if (is_paused(pauses, job)) return skip(Skip::Reason::paused, *first);
  auto const on_time = due_behind(job, std::max(seen, now - patience - Instant::duration{1}));
  bool const is_late = *first < now - patience;
  bool const is_due = on_time && *on_time <= now;
  if (is_late && (is_due || job.missed == Missed::forgotten)) skip(Skip::Reason::away, *first);
  if (!is_due && job.missed == Missed::forgotten) return;
  auto const due = is_due ? *on_time : *first;
  if (state.running || state.waiting) return skip(Skip::Reason::overrun, due);
  state.waiting = {is_due ? Trigger::schedule : Trigger::catch_up, due};
}

/// Of those that wait in a lane, who was asked for goes first, then who waits longest.
inline bool goes_before(Waiting const& one, Waiting const& other) {
  bool const one_asked = one.trigger == Trigger::request;
  bool const other_asked = other.trigger == Trigger::request;
  return one_asked != other_asked ? one_asked : one.since < other.since;
}

/// The next run of a lane, by the number of its job; none while one runs.
inline std::optional<std::size_t> next_in(std::string_view lane, std::span<Job const> jobs,
                                          Pauses const& pauses, Turn const& turn) {
  std::optional<std::size_t> next;
  for (std::size_t at = 0; at < jobs.size(); ++at) {
    auto const& state = turn.states[at];
    if (jobs[at].lane != lane) continue;
    if (state.running) return std::nullopt;
    if (!state.waiting || is_paused(pauses, jobs[at])) continue;
    if (!next || goes_before(*state.waiting, *turn.states[*next].waiting)) next = at;
  }
  return next;
}

/// Runs beyond their deadline are asked once to end.
inline void take_deadline(Job const& job, JobState& state, Instant now, Turn& turn) {
  if (!state.running || !job.deadline || state.running->asked_to_end) return;
  if (state.running->since + *job.deadline > now) return;
  state.running->asked_to_end = true;
  turn.ends.push_back(job.name);
}

inline void wake_by(Turn& turn, std::optional<Instant> moment) {
  if (moment && (!turn.wake || *moment < *turn.wake)) turn.wake = moment;
}

}  // namespace lanes

/// Who runs now, one in a lane; what is skipped; who has run too long. Given the same, the same.
inline Turn next_turn(std::span<Job const> jobs, std::span<JobState const> states,
                      Pauses const& pauses, Instant now) {
  Turn turn;
  for (auto const& job : jobs) {
    turn.states.push_back(lanes::state_of(states, job));
    lanes::take_due(job, pauses, now, turn);
  }
  for (auto const& job : jobs) {
    auto const next = lanes::next_in(job.lane, jobs, pauses, turn);
    if (!next) continue;
    auto& state = turn.states[*next];
    turn.starts.push_back({state.name, state.waiting->trigger, state.waiting->since});
    state.running = {state.waiting->trigger, now};
    state.waiting.reset();
  }
  for (std::size_t at = 0; at < jobs.size(); ++at) {
    auto& state = turn.states[at];
    lanes::take_deadline(jobs[at], state, now, turn);
    lanes::wake_by(turn, due_behind(jobs[at], now));
    if (state.running && jobs[at].deadline && !state.running->asked_to_end)
      lanes::wake_by(turn, state.running->since + *jobs[at].deadline);
  }
  return turn;
}

/// Somebody asks for a run: it begins when its lane is free. One that waits already goes first now;
/// while one runs, another one waits behind it.
inline void ask_for(JobState& state, Instant now) {
  if (state.waiting && state.waiting->trigger == Trigger::request) return;
  state.waiting = {Trigger::request, now};
}

/// A run has ended, however it did.
inline void end_run(JobState& state) { state.running.reset(); }

/// After a start of the program nothing runs; what ran when it ended is over.
inline void forget_runs(std::span<JobState> states) {
  for (auto& state : states) end_run(state);
}

}  // namespace sievarr::schedule
