#include "job_runner.hpp"

#include "os/random.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

using schedule::RunRecord;
using schedule::RunResult;

/// The clock of the machine may be set while nobody runs; so it is looked at now and then.
constexpr std::chrono::milliseconds longest_look_away = std::chrono::minutes{1};

/// What tells the lines of one run from those of others.
std::string correlation_of(std::int64_t number) {
  auto const drawn = os::unguessable(8);
  return drawn ? *drawn : to_text(number);
}

}  // namespace

void JobRunner::set_jobs(Jobs const& jobs) {
  std::lock_guard const lock(mutex_);
  std::vector<Entry> next;
  for (auto const& job : jobs) {
    Entry entry{.job = job, .plan = job->plan(), .state = {}};
    entry.state.name = entry.plan.name;
    if (auto* const old = find(entry.plan.name)) adopt(entry, *old);
    next.push_back(std::move(entry));
  }
  for (auto& old : entries_) {
    if (!old.run) continue;
    old.gone = true;
    old.plan.schedule.reset();
    old.plan.grid.reset();
    old.state.waiting.reset();
    next.push_back(std::move(old));
  }
  entries_ = std::move(next);
  wake();
}

/// What is known of a job stays; another distance counts from the last run on.
void JobRunner::adopt(Entry& entry, Entry& old) {
  auto& grid = entry.plan.grid;
  if (grid && old.plan.grid && old.plan.grid->first) grid->first = old.plan.grid->first;
  entry.state = std::move(old.state);
  entry.last = old.last;
  entry.skipped = old.skipped;
  entry.run = std::move(old.run);
  if (grid != old.plan.grid && entry.last && entry.state.seen)
    entry.state.seen = std::min(*entry.state.seen, *entry.last);
}

void JobRunner::remember(schedule::JobMemory const& memory, std::int64_t next_run) {
  std::lock_guard const lock(mutex_);
  pauses_ = schedule::pauses_of(memory);
  next_run_ = next_run;
  for (auto& entry : entries_) entry.state = schedule::state_of(memory, entry.plan.name);
  wake();
}

void JobRunner::remember_run(std::string_view job, Instant began) {
  std::lock_guard const lock(mutex_);
  auto* const entry = find(job);
  if (!entry) return;
  entry->last = began;
  entry->state.seen = std::max(entry->state.seen.value_or(began), began);
  if (entry->plan.grid) entry->plan.grid->first = began;
  wake();
}

void JobRunner::make_due(std::string_view job, schedule::Trigger trigger) {
  std::lock_guard const lock(mutex_);
  if (auto* const entry = find(job)) entry->state.waiting = {trigger, clock_.now()};
  wake();
}

Outcome<Done> JobRunner::run(std::stop_token const& stop) {
  std::stop_callback const chain(stop, [this] { cut_all(); });
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested() && !failure_) {
    auto const seen = changes_;
    Runs begun;
    auto const wake = take_turn({}, begun);
    hand_out(begun);
    lock.unlock();
    cut_late();
    static_cast<void>(keep());
    lock.lock();
    auto wait = longest_look_away;
    if (wake) wait = std::clamp(clock_.on_the_wall(*wake - clock_.now()), wait.zero(), wait);
    changed_.wait_for(lock, stop, wait, [&] { return changes_ != seen; });
  }
  lock.unlock();
  cut_all();
  lanes_.clear();
  static_cast<void>(keep());
  if (failure_) return *failure_;
  return Done{};
}

Outcome<bool> JobRunner::step(std::string_view lane) {
  Runs begun;
  std::shared_ptr<Job> job;
  {
    std::lock_guard const lock(mutex_);
    take_turn(lane, begun);
    if (!begun.empty()) job = find(begun.front()->record().job)->job;
  }
  cut_late();
  static_cast<void>(keep());
  if (!job) return false;
  auto const done = carry_out(*job, *begun.front());
  if (!done) return done.error();
  return true;
}

AskResult JobRunner::ask(std::string_view job) {
  std::lock_guard const lock(mutex_);
  auto* const entry = find(job);
  if (!entry) return AskResult::unknown;
  auto const& waiting = entry->state.waiting;
  if (entry->state.running || (waiting && waiting->trigger == schedule::Trigger::request))
    return AskResult::already;
  schedule::ask_for(entry->state, clock_.now());
  is_dirty_ = true;
  wake();
  return AskResult::accepted;
}

AskResult JobRunner::cut(std::string_view job) {
  std::shared_ptr<JobRun> run;
  {
    std::lock_guard const lock(mutex_);
    auto* const entry = find(job);
    if (!entry) return AskResult::unknown;
    if (!entry->run) return AskResult::already;
    if (entry->state.running) entry->state.running->asked_to_end = true;
    run = entry->run;
  }
  // A listener may look at how the jobs stand.
  run->cut();
  return AskResult::accepted;
}

Outcome<AskResult> JobRunner::set_pause(std::string const& name, Pause pause) {
  schedule::Pauses before;
  {
    std::lock_guard const lock(mutex_);
    std::vector<schedule::Job> plans;
    for (auto const& entry : entries_) plans.push_back(entry.plan);
    auto after = schedule::changed(pauses_, plans, name, pause);
    if (!after) return AskResult::unknown;
    if (*after == pauses_) return AskResult::already;
    before = std::exchange(pauses_, *std::move(after));
    is_dirty_ = true;
    wake();
  }
  auto const done = keep();
  if (done) {
    history_.hear({.job = name, .words = pause == Pause::yes ? "paused" : "resumed"});
    return AskResult::accepted;
  }
  std::lock_guard const lock(mutex_);
  pauses_ = before;
  wake();
  return done.error();
}

std::shared_ptr<JobRun> JobRunner::occupy(std::string_view job) {
  std::lock_guard const lock(mutex_);
  auto* const entry = find(job);
  if (!entry) return nullptr;
  for (auto const& each : entries_)
    if (each.plan.lane == entry->plan.lane && each.state.running) return nullptr;
  auto const now = clock_.now();
  entry->state.running = {schedule::Trigger::request, now};
  auto record = this->record(*entry, schedule::Trigger::request, now);
  record.started = now;
  entry->run = std::make_shared<JobRun>(std::move(record));
  wake();
  return entry->run;
}

void JobRunner::release(std::string_view job) {
  std::lock_guard const lock(mutex_);
  auto* const entry = find(job);
  if (!entry) return;
  schedule::end_run(entry->state);
  entry->run.reset();
  wake();
}

void JobRunner::look() {
  std::lock_guard const lock(mutex_);
  wake();
}

JobRunner::Entry* JobRunner::find(std::string_view job) {
  for (auto& entry : entries_)
    if (entry.plan.name == job) return &entry;
  return nullptr;
}

void JobRunner::wake() {
  ++changes_;
  changed_.notify_all();
}

/// Looks at the clock once, for one lane or for all; when to look again.
std::optional<Instant> JobRunner::take_turn(std::string_view lane, Runs& begun) {
  std::vector<schedule::Job> plans;
  std::vector<schedule::JobState> states;
  for (auto const& entry : entries_) {
    if (!lane.empty() && entry.plan.lane != lane) continue;
    plans.push_back(entry.plan);
    states.push_back(entry.state);
  }
  auto turn = schedule::next_turn(plans, states, pauses_, clock_.now());
  for (auto& state : turn.states) find(state.name)->state = state;
  for (auto const& each : turn.skips) skip(each);
  for (auto const& each : turn.ends) late_.push_back(find(each)->run);
  for (auto const& each : turn.starts) begin(*find(each.job), each, begun);
  if (!turn.starts.empty() || !turn.skips.empty()) is_dirty_ = true;
  return turn.wake;
}

RunRecord JobRunner::record(Entry const& entry, schedule::Trigger trigger, Instant due) const {
  return {.job = entry.plan.name,
          .lane = entry.plan.lane,
          .trigger = trigger,
          .due = due,
          .correlation = correlation_of(next_run_)};
}

void JobRunner::begin(Entry& entry, schedule::Start const& start, Runs& begun) {
  auto const now = clock_.now();
  if (entry.plan.grid && !entry.plan.grid->first) entry.plan.grid->first = now;
  entry.last = now;
  entry.skipped.reset();
  auto record = this->record(entry, start.trigger, start.due);
  record.started = now;
  if (entry.job->records() == Job::Records::runs) note(record);
  entry.run = std::make_shared<JobRun>(std::move(record));
  begun.push_back(entry.run);
}

/// Of runs that are skipped for a while for the same reason, the first says enough; each overrun is
/// one of its own.
void JobRunner::skip(schedule::Skip const& skip) {
  auto& entry = *find(skip.job);
  auto const result = schedule::result_of(skip.reason);
  if (std::exchange(entry.skipped, result) == result && result != RunResult::overrun) return;
  auto record = this->record(entry, schedule::Trigger::schedule, skip.due);
  record.result = result;
  note(record);
}

/// A run that is new has no number yet.
void JobRunner::note(RunRecord& record) {
  if (record.id == 0) record.id = next_run_++;
  unwritten_.push_back(record);
  untold_.push_back({.job = record.job, .run = record, .words = {}});
}

void JobRunner::hand_out(Runs const& begun) {
  for (auto const& run : begun) {
    auto const* const entry = find(run->record().job);
    auto& lane = lanes_[entry->plan.lane];
    lane.run = run;
    lane.job = entry->job;
    if (!lane.thread.joinable())
      lane.thread =
          std::jthread([this, &lane](std::stop_token const& stop) { live_in(lane, stop); });
  }
  changed_.notify_all();
}

/// The thread of a lane. What was handed out is carried out also when all is about to end: it has
/// been asked to end as well.
void JobRunner::live_in(Lane& lane, std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return lane.run != nullptr; })) {
    auto const run = std::exchange(lane.run, nullptr);
    auto const job = std::exchange(lane.job, nullptr);
    lock.unlock();
    auto const done = carry_out(*job, *run);
    lock.lock();
    if (done) continue;
    failure_ = done.error();
    wake();
  }
}

Outcome<Done> JobRunner::carry_out(Job& job, JobRun& run) {
  auto end = job.run(run);
  auto record = run.record();
  record.ended = clock_.now();
  if (end) {
    record.counts = std::move(end->counts);
    record.error = std::move(end->error);
  } else {
    record.error = end.error().text;
  }
  bool const was_cut = record.error && run.stop().stop_requested();
  record.result = !record.error ? RunResult::good : was_cut ? RunResult::cut : RunResult::failed;
  this->end(std::move(record), job.records());
  if (!end) return end.error();
  return Done{};
}

void JobRunner::end(RunRecord record, Job::Records records) {
  {
    std::lock_guard const lock(mutex_);
    auto* const entry = find(record.job);
    schedule::end_run(entry->state);
    entry->run.reset();
    if (records == Job::Records::runs) note(record);
    std::erase_if(entries_, [](auto const& each) { return each.gone && !each.run; });
    wake();
  }
  static_cast<void>(keep());
}

void JobRunner::cut_late() {
  Runs late;
  {
    std::lock_guard const lock(mutex_);
    late = std::exchange(late_, {});
  }
  for (auto const& run : late) run->cut();
}

void JobRunner::cut_all() {
  Runs runs;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& entry : entries_)
      if (entry.run) runs.push_back(entry.run);
  }
  for (auto const& run : runs) run->cut();
}

}  // namespace sievarr::app
