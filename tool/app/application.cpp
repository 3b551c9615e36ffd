#include "application.hpp"

#include "store/open.hpp"

#include <utility>

namespace sievarr::app {

Application::Application(ActiveConfig active, Dependencies dependencies, os::Lock lock)
    : dependencies_(std::move(dependencies)),
      lock_(std::move(lock)),
      activity_(dependencies_.clock, dependencies_.log),
      path_(active.config().storage.path),
      first_(active.config()),
      file_(dependencies_.config_path, path_ + "/config"),
      readers_(path_) {
  reloaded_.problems = active.problems;
  setup_.active = std::make_shared<ActiveConfig const>(std::move(active));
  dependencies_.log.follow(first_.logging);
}

Application::~Application() = default;

Outcome<std::unique_ptr<Application>> Application::begin(ActiveConfig active,
                                                         Dependencies dependencies) {
  auto lock = store::take_lock(active.config().storage.path, dependencies.holder);
  if (!lock) return lock.error();
  return std::unique_ptr<Application>(
      new Application(std::move(active), std::move(dependencies), *std::move(lock)));
}

Failure Application::not_ready() {
  return {.kind = Failure::Kind::locked,
          .text = "the daemon is starting and has not read its storage yet",
          .hint = "try again in a moment"};
}

status::DaemonStatus Application::daemon_status() const {
  auto daemon_status = activity_.daemon_status();
  if (!ready()) return daemon_status;
  daemon_status.next_run = runner_->next(catalogue_job_name);
  look([&](filter::Table const& table, adding::Roster const& roster) {
    daemon_status.shows = static_cast<std::int64_t>(table.present());
    for (std::size_t at = 0; at < adding::status_count; ++at)
      daemon_status.counts[reflect::word_of(static_cast<adding::Status>(at))] = roster.counts()[at];
  });
  return daemon_status;
}

Application::Setup Application::setup() const {
  std::lock_guard const lock(mutex_);
  return setup_;
}

ConfigInForce Application::config_in_force() const { return setup().active; }

/// At midnight the days of a config and of a request are other ones; a cycle keeps the day on which
/// it began.
void Application::turn_to_today() {
  auto const today = os::day_of(dependencies_.clock.now());
  if (running_ || setup_.active->plan.today == today) return;
  setup_.active = std::make_shared<ActiveConfig const>(on_day(*setup_.active, today));
}

Application::Setup Application::setup_of_today() {
  std::lock_guard const lock(mutex_);
  turn_to_today();
  return setup_;
}

Triggered Application::trigger(status::SyncMode mode) {
  if (!ready() || dependencies_.soon.stop_requested()) return Triggered::not_ready;
  std::lock_guard const lock(mutex_);
  if (runner_->ask(catalogue_job_name) != AskResult::accepted) return Triggered::already_running;
  mode_ = mode;
  return Triggered::accepted;
}

Outcome<JudgedAgain> Application::refilter() {
  if (ready()) setup_of_today();
  return in_turn([this](Turn& turn, ActiveConfig const& active) -> Outcome<JudgedAgain> {
    std::unique_lock lock(mutex_);
    if (running_ && running_ != setup_.active)
      return Failure{.kind = Failure::Kind::locked,
                     .text = "a cycle with the config of before is about to end",
                     .hint = "try again in a moment"};
    lock.unlock();
    auto judged = turn.judge_again(active.plan, dependencies_.clock.now(),
                                   std::size_t{active.config().sync.hold_above});
    if (judged) activity_.hear(*judged);
    return judged;
  });
}

}  // namespace sievarr::app
