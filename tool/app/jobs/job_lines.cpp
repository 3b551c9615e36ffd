#include "job_lines.hpp"

#include "app/sync/mirror_update.hpp"
#include "health_check.hpp"
#include "store/catalogue.hpp"
#include "store/tables/runs.hpp"

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

using api::JobRunLine;
using schedule::RunResult;

constexpr std::int64_t most_runs = 20;

RunResult result_of(status::CycleRecord const& cycle) {
  if (cycle.error) return was_cut(cycle) ? RunResult::cut : RunResult::failed;
  return cycle.ended ? RunResult::good : RunResult::lost;
}

JobRunLine cycle_line(status::CycleRecord const& cycle) {
  return {.cycle = cycle.id,
          .started = cycle.began,
          .ended = cycle.ended,
          .result = result_of(cycle),
          .counts = {{"requests", cycle.requests},
                     {"shows_stored", cycle.shows_stored},
                     {"judged", cycle.judged},
                     {"changed", cycle.changed},
                     {"planned", cycle.planned},
                     {"added", cycle.added},
                     {"already_there", cycle.already_there},
                     {"refused", cycle.refused},
                     {"waiting", cycle.waiting}},
          .error = cycle.error};
}

/// When it was to begin, or did.
Instant time_of(JobRunLine const& line) {
  return line.started.value_or(line.due.value_or(Instant{}));
}

Outcome<std::vector<JobRunLine>> runs_of(std::string const& job, JobsStatus const& status,
                                         store::Database& database) {
  std::vector<JobRunLine> lines;
  auto const runs = store::Runs(database).latest(job, most_runs);
  if (!runs) return runs.error();
  for (auto const& run : *runs)
    if (run.result) lines.push_back(app::line_of(run));
  if (job != catalogue_job_name) return lines;
  // Its runs are the cycles; only what was skipped stands among the runs of all jobs.
  auto const cycles = store::Cycles(database).latest(most_runs + 1);
  if (!cycles) return cycles.error();
  for (auto const& cycle : *cycles)
    if (cycle.id != status.cycle) lines.push_back(cycle_line(cycle));
  std::stable_sort(lines.begin(), lines.end(), [](auto const& one, auto const& other) {
    return time_of(one) > time_of(other);
  });
  if (lines.size() > most_runs) lines.resize(most_runs);
  return lines;
}

std::string words_of(schedule::Job const& job) {
  if (job.schedule) return job.schedule->words();
  if (!job.grid) return "when it is asked for";
  auto const span = std::chrono::duration_cast<std::chrono::seconds>(job.grid->distance);
  return "every " + value::SpanOfTime{span}.text();
}

std::optional<api::JobRunning> running_in(JobStatus const& job) {
  if (!job.running) return std::nullopt;
  auto const& step = job.progress.step;
  return api::JobRunning{.started = job.running->started.value_or(job.running->due),
                         .trigger = job.running->trigger,
                         .step = step.empty() ? std::nullopt : std::optional(step),
                         .done = job.progress.done,
                         .all = job.progress.all,
                         .ending = job.asked_to_end,
                         .correlation = job.running->correlation};
}

api::JobStatus status_of(JobStatus const& job) {
  api::JobStatus status{.paused = job.paused,
                        .next_run = job.next,
                        .waiting = std::nullopt,
                        .running = running_in(job)};
  if (job.waiting) status.waiting = job.waiting->trigger;
  return status;
}

api::JobLine job_line(JobStatus const& job) {
  auto status = status_of(job);
  return {.name = job.plan.name,
          .lane = job.plan.lane,
          .paused = status.paused,
          .schedule = words_of(job.plan),
          .next_run = status.next_run,
          .waiting = status.waiting,
          .running = std::move(status.running),
          .runs = {}};
}

std::vector<schedule::Job> jobs_of(config::Config const& config) {
  std::vector<schedule::Job> jobs{catalogue_job(config)};
  for_each_watched_server(
      config, [&](auto const& section) { jobs.push_back(health_job(section.server.name)); });
  return jobs;
}

}  // namespace

JobRunLine line_of(schedule::RunRecord const& run) {
  return {.run = run.id,
          .trigger = run.trigger,
          .due = run.due,
          .started = run.started,
          .ended = run.ended,
          .result = run.result,
          .counts = run.counts,
          .error = run.error,
          .correlation = run.correlation};
}

Outcome<api::JobsAnswer> job_lines(JobsStatus const& status, store::Database& database) {
  api::JobsAnswer answer{.paused = status.pauses.all,
                         .paused_lanes = status.pauses.lanes,
                         .paused_jobs = status.pauses.jobs,
                         .jobs = {}};
  for (auto const& job : status.jobs) {
    auto line = job_line(job);
    auto runs = runs_of(job.plan.name, status, database);
    if (!runs) return runs.error();
    line.runs = *std::move(runs);
    answer.jobs.push_back(std::move(line));
  }
  return answer;
}

std::map<std::string, api::JobStatus> job_statuses(JobsStatus const& status) {
  std::map<std::string, api::JobStatus> statuses;
  for (auto const& job : status.jobs) statuses.emplace(job.plan.name, status_of(job));
  return statuses;
}

Outcome<JobsStatus> stored_jobs(config::Config const& config, store::Database& database,
                                Instant now) {
  auto const memory = store::Runs(database).memory();
  if (!memory) return memory.error();
  auto const last = store::Cycles(database).latest(1);
  if (!last) return last.error();
  JobsStatus status{.jobs = {}, .pauses = schedule::pauses_of(*memory)};
  for (auto& job : jobs_of(config)) {
    auto state = schedule::state_of(*memory, job.name);
    std::optional<Instant> began;
    if (job.name == catalogue_job_name && !last->empty()) began = last->front().began;
    if (began) {
      job.grid->first = began;
      state.seen = std::max(state.seen.value_or(*began), *began);
    }
    bool const paused = schedule::is_paused(status.pauses, job);
    auto const next = schedule::next_run(job, state, status.pauses, now);
    status.jobs.push_back({.plan = std::move(job),
                           .paused = paused,
                           .next = next,
                           .last = began,
                           .waiting = state.waiting});
  }
  return status;
}

bool is_paused(JobsStatus const& status, std::string const& name) {
  return std::any_of(status.jobs.begin(), status.jobs.end(),
                     [&](auto const& job) { return job.plan.name == name && job.paused; });
}

Outcome<bool> change_pause(config::Config const& config, store::Database& database,
                           std::string const& name, schedule::Pause pause) {
  store::Runs runs(database);
  auto memory = runs.memory();
  if (!memory) return memory.error();
  auto const after = schedule::changed(schedule::pauses_of(*memory), jobs_of(config), name, pause);
  if (!after) return false;
  memory->paused = after->all;
  memory->paused_lanes = after->lanes;
  memory->paused_jobs = after->jobs;
  auto const done = runs.write({.memory = *memory});
  if (!done) return done.error();
  return true;
}

}  // namespace sievarr::app
