#include "application.hpp"

#include "store/open.hpp"

#include <utility>

namespace sievarr::app {

Application::Application(ActiveConfig terms, Dependencies dependencies, os::Lock lock)
    : dependencies_(std::move(dependencies)),
      lock_(std::move(lock)),
      activity_(dependencies_.clock, dependencies_.log),
      path_(terms.config().storage.path),
      first_(terms.config()),
      readers_(path_) {
  reloaded_.problems = terms.problems;
  setup_.terms = std::make_shared<ActiveConfig const>(std::move(terms));
  dependencies_.log.follow(first_.logging);
}

Application::~Application() = default;

Outcome<std::unique_ptr<Application>> Application::begin(ActiveConfig terms,
                                                         Dependencies dependencies) {
  auto lock = store::take_lock(terms.config().storage.path, dependencies.holder);
  if (!lock) return lock.error();
  return std::unique_ptr<Application>(
      new Application(std::move(terms), std::move(dependencies), *std::move(lock)));
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

TermsInForce Application::terms() const { return setup().terms; }

/// What is written about days, in the config or by who asks, means others at midnight; a cycle
/// keeps the day on which it began.
void Application::turn_to_today() {
  auto const today = os::day_of(dependencies_.clock.now());
  if (running_ || setup_.terms->plan.today == today) return;
  setup_.terms = std::make_shared<ActiveConfig const>(on_day(*setup_.terms, today));
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
  return in_turn([this](Turn& turn, ActiveConfig const& terms) -> Outcome<JudgedAgain> {
    std::unique_lock lock(mutex_);
    if (running_ && running_ != setup_.terms)
      return Failure{.kind = Failure::Kind::locked,
                     .text = "a cycle with the config of before is about to end",
                     .hint = "try again in a moment"};
    lock.unlock();
    auto judged = turn.judge_again(terms.plan, dependencies_.clock.now(),
                                   std::size_t{terms.config().sync.hold_above});
    if (judged) activity_.hear(*judged);
    return judged;
  });
}

}  // namespace sievarr::app
