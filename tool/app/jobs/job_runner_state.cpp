#include "job_runner.hpp"

#include <utility>

namespace sievarr::app {
namespace {

/// What cannot be stored is kept for so many runs, which gives a disk time to be cleared.
constexpr std::size_t most_unwritten = 1000;

}  // namespace

std::optional<Instant> JobRunner::next(std::string_view job) const {
  std::lock_guard const lock(mutex_);
  for (auto const& entry : entries_)
    if (entry.plan.name == job)
      return schedule::next_run(entry.plan, entry.state, pauses_, clock_.now());
  return std::nullopt;
}

std::vector<JobStatus> JobRunner::status() const {
  std::lock_guard const lock(mutex_);
  std::vector<JobStatus> all;
  for (auto const& entry : entries_) {
    if (entry.gone) continue;
    JobStatus status{.plan = entry.plan,
                     .paused = schedule::is_paused(pauses_, entry.plan),
                     .next = schedule::next_run(entry.plan, entry.state, pauses_, clock_.now()),
                     .last = entry.last,
                     .waiting = entry.state.waiting};
    if (entry.run) {
      status.running = entry.run->record();
      status.progress = entry.run->progress();
      status.asked_to_end = entry.run->stop().stop_requested();
    }
    all.push_back(std::move(status));
  }
  return all;
}

schedule::Pauses JobRunner::pauses() const {
  std::lock_guard const lock(mutex_);
  return pauses_;
}

schedule::JobMemory JobRunner::memory() const {
  schedule::JobMemory memory{
      .paused = pauses_.all, .paused_lanes = pauses_.lanes, .paused_jobs = pauses_.jobs};
  for (auto const& entry : entries_) {
    if (entry.gone) continue;
    if (entry.state.seen) memory.seen.emplace(entry.plan.name, *entry.state.seen);
    if (entry.state.waiting) memory.waiting.emplace(entry.plan.name, *entry.state.waiting);
  }
  return memory;
}

/// Writes what is not written yet, and tells what is not told. What cannot be written is tried
/// again with what comes next.
Outcome<Done> JobRunner::keep() {
  std::lock_guard const one_at_a_time(keeping_);
  store::JobChanges changes;
  {
    std::lock_guard const lock(mutex_);
    changes.runs = std::exchange(unwritten_, {});
    if (std::exchange(is_dirty_, false)) changes.memory = memory();
  }
  bool const is_empty = changes.runs.empty() && !changes.memory;
  auto const done = is_empty ? Outcome<Done>(Done{}) : history_.keep(changes);
  std::vector<JobEvent> events;
  {
    std::lock_guard const lock(mutex_);
    events = std::exchange(untold_, {});
    if (!done) {
      is_dirty_ = true;
      unwritten_.insert(unwritten_.begin(), changes.runs.begin(), changes.runs.end());
      if (unwritten_.size() > most_unwritten)
        unwritten_.erase(unwritten_.begin(),
                         unwritten_.end() - static_cast<std::ptrdiff_t>(most_unwritten));
    }
  }
  for (auto const& event : events) history_.hear(event);
  return done;
}

}  // namespace sievarr::app
