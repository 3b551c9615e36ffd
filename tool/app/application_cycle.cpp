#include "application.hpp"

#include "os/process.hpp"

#include <sievarr/base/failure_kind.hpp>

#include <optional>
#include <utility>

namespace sievarr::app {
namespace {

using status::Phase;
using Kind = Failure::Kind;

}  // namespace

Scope Application::scope(Setup const& setup, Observer& observer, std::stop_token stop) {
  return {.storage = *storage_,
          .connections = *setup.connections,
          .config = setup.active->config(),
          .plan = setup.active->plan,
          .clock = dependencies_.clock,
          .observer = observer,
          .stop = std::move(stop)};
}

Outcome<Done> Application::live() {
  auto done = runner_->run(dependencies_.soon);
  if (done) activity_.enter(Phase::stopping);
  return done;
}

Outcome<bool> Application::step() { return runner_->step(catalogue_job_name); }

Application::Setup Application::begin_cycle() {
  std::lock_guard const lock(mutex_);
  turn_to_today();
  running_ = setup_.active;
  cut_ = {};
  return setup_;
}

std::stop_token Application::cut_token() const {
  std::lock_guard const lock(mutex_);
  return cut_.get_token();
}

void Application::cut_cycle() {
  std::lock_guard const lock(mutex_);
  cut_.request_stop();
}

Outcome<RunEnd> Application::run_cycle(JobRun const& run) {
  auto const setup = begin_cycle();
  auto const mode = [this] {
    std::lock_guard const lock(mutex_);
    return std::exchange(mode_, status::SyncMode::incremental);
  }();
  activity_.enter(Phase::running);
  std::stop_callback const at_end(dependencies_.soon, [this] { cut_cycle(); });
  std::stop_callback const chain(run.stop(), [this] { cut_cycle(); });
  auto const report = sync_job_in(scope(setup, activity_, cut_token())).run(mode);
  auto const done = settle(report);
  // What a cycle needed for itself is not kept until the next one.
  os::trim_memory();
  end_cycle();
  if (!done) return done.error();
  return RunEnd{.error = report ? report->cycle.error : std::optional(report.error().text)};
}

void Application::end_cycle() {
  {
    std::lock_guard const lock(mutex_);
    running_ = nullptr;
  }
  activity_.enter(dependencies_.soon.stop_requested() ? Phase::stopping : Phase::idle);
}

/// Tells what came of a cycle; a failure only where going on is of no use.
Outcome<Done> Application::settle(Outcome<Report> const& report) {
  if (report) {
    activity_.end(report->cycle);
    activity_.see_tvmaze(report->cycle.error ? std::optional(Failure{.text = *report->cycle.error})
                                             : std::nullopt);
    auto saved = know_progress();
    if (saved) saved = storage_->save_state(report->cycle);
    activity_.see_database(saved ? std::nullopt : std::optional(saved.error()));
    return Done{};
  }
  auto const& failure = report.error();
  auto turn = storage_->catalogue().take_turn();
  auto const last = turn.store().cycles().latest(1);
  // Where the storage has failed, not even that could be written.
  auto const running = activity_.daemon_status().running;
  if (running && last && !last->empty() && last->front().id == running->cycle)
    activity_.end(last->front());
  if (class_of(failure.kind) == FailureClass::interrupted) return Done{};
  activity_.see_database(failure);
  if (needs_person(failure.kind)) return failure;
  return Done{};
}

/// The status has from now on what is stored of the mirror.
Outcome<Done> Application::know_progress() {
  auto const progress = storage_->progress();
  if (!progress) return progress.error();
  activity_.know(*progress);
  return Done{};
}

}  // namespace sievarr::app
