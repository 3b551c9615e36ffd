#include "application.hpp"

#include "os/process.hpp"
#include "store/state_file.hpp"

#include <sievarr/base/failure_kind.hpp>

#include <optional>
#include <utility>

namespace sievarr::app {
namespace {

using status::Phase;
using Kind = Failure::Kind;

/// Hears nothing: what somebody only asks about is no event.
class Nobody final : public Observer {
 public:
  void hear(Event const&) override {}
};

}  // namespace

template <class Use>
auto Application::with_sync_job(Setup const& setup, Observer& observer, std::stop_token stop,
                                Use use) {
  SyncJob sync_job({.catalogue = *catalogue_,
                    .tvmaze = setup.connections->tvmaze(),
                    .instances = setup.connections->instances(),
                    .clock = dependencies_.clock,
                    .observer = observer,
                    .stop = std::move(stop)},
                   setup.terms->config(), setup.terms->plan);
  return use(sync_job);
}

Outcome<adding::Proposal> Application::plan() {
  if (!ready()) return not_ready();
  Nobody nobody;
  return with_sync_job(setup(), nobody, dependencies_.soon,
                       [](SyncJob& sync_job) { return sync_job.propose(); });
}

Outcome<std::vector<adding::RefusedShow>> Application::refused() {
  if (!ready()) return not_ready();
  return catalogue_->take_turn().refused();
}

Outcome<Carried> Application::apply(Approved const& approved) {
  if (!ready()) return not_ready();
  auto const run = runner_->occupy(catalogue_job_name);
  if (!run)
    return Failure{.kind = Kind::locked,
                   .text = "a cycle is running",
                   .hint = "wait until it has ended; it may do what the plan would"};
  auto const setup = begin_cycle();
  std::stop_callback const chain(run->stop(), [this] { cut_cycle(); });
  auto carried = with_sync_job(setup, activity_, cut_token(),
                               [&](SyncJob& sync_job) { return sync_job.apply(approved); });
  auto const known = know_progress();
  if (!known) activity_.see_database(known.error());
  end_cycle();
  runner_->release(catalogue_job_name);
  return carried;
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
  running_ = setup_.terms;
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
  auto const report = with_sync_job(setup, activity_, cut_token(),
                                    [&](SyncJob& sync_job) { return sync_job.run(mode); });
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
    auto const saved = save_state(*report);
    activity_.see_database(saved ? std::nullopt : std::optional(saved.error()));
    return Done{};
  }
  auto const& failure = report.error();
  auto turn = catalogue_->take_turn();
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

/// Tells whoever asks how the mirror stands what is stored of it now.
Outcome<Done> Application::know_progress() {
  auto turn = catalogue_->take_turn();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  activity_.know(*progress);
  return Done{};
}

Outcome<Done> Application::save_state(Report const& report) {
  auto turn = catalogue_->take_turn();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  activity_.know(*progress);
  store::StateFile const file(path_);
  auto const saved = file.save(*progress);
  return saved && !report.cycle.error ? file.keep(*progress) : saved;
}

}  // namespace sievarr::app
