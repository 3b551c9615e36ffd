#include "app/jobs/job_lines.hpp"
#include "app/operations/plan.hpp"
#include "application.hpp"

#include <utility>

/// What can be asked of the daemon, as what can be asked of a command.
namespace sievarr::app {
namespace {

using api::JobReply;

/// Hears nothing: what somebody only asks about is no event.
class Nobody final : public Observer {
 public:
  void hear(Event const&) override {}
};

JobReply reply_of(JobAction action, AskResult result) {
  bool const already = result == AskResult::already;
  switch (action) {
    case JobAction::run: return already ? JobReply::already_asked : JobReply::accepted;
    case JobAction::cut: return already ? JobReply::not_running : JobReply::accepted;
    case JobAction::pause: return JobReply::paused;
    case JobAction::resume: break;
  }
  return JobReply::resumed;
}

}  // namespace

Outcome<adding::PlanReport> Application::plan() {
  if (!ready()) return not_ready();
  Nobody nobody;
  auto const setup = this->setup();
  auto plan = make_plan(scope(setup, nobody, dependencies_.soon));
  if (!plan) return plan;
  std::lock_guard const lock(mutex_);
  asked_plan_ = *plan;
  return plan;
}

Outcome<std::optional<adding::PlanReport>> Application::last_plan() const {
  auto stored = read([](store::Database& database) { return store::Plans(database).last(); });
  if (!stored) return stored;
  auto plan = *std::move(stored);
  {
    std::lock_guard const lock(mutex_);
    if (asked_plan_ && (!plan || plan->made < asked_plan_->made)) plan = asked_plan_;
  }
  if (!plan) return plan;
  adding::tell_hold(*plan, activity_.daemon_status().progress);
  look([&](filter::Table const& table, adding::Roster const& roster) {
    std::erase_if(plan->proposal.adds, [&](adding::Add const& add) {
      auto const row = table.find(add.show_id);
      return !row || !roster.knows(*row) || roster.status(*row) != adding::Status::pending;
    });
  });
  return plan;
}

Outcome<adding::AddTotals> Application::apply(adding::PlanReport const& plan,
                                              Strictness strictness) {
  if (!ready()) return not_ready();
  auto const run = runner_->occupy(catalogue_job_name);
  if (!run)
    return Failure{.kind = Failure::Kind::locked,
                   .text = "a cycle is running",
                   .hint = "wait until it has ended; it may do what the plan would"};
  auto const setup = begin_cycle();
  std::stop_callback const chain(run->stop(), [this] { cut_cycle(); });
  auto totals = apply_plan(scope(setup, activity_, cut_token()), plan, strictness);
  auto const known = know_progress();
  if (!known) activity_.see_database(known.error());
  end_cycle();
  runner_->release(catalogue_job_name);
  return totals;
}

Outcome<AccessOperations*> Application::access() {
  if (!ready()) return not_ready();
  return static_cast<AccessOperations*>(credentials_.get());
}

Outcome<CycleAnswer> Application::start_cycle(status::SyncMode mode) {
  return CycleAnswer{trigger(mode)};
}

Outcome<std::vector<ManualResult>> Application::act(ManualRequest const& request) {
  return in_turn([&](Turn& turn, ActiveConfig const& active) {
    return act_by_hand(turn, active.plan, request, dependencies_.clock.now());
  });
}

Outcome<std::vector<status::ActivityRecord>> Application::latest_activity(std::int64_t most) {
  return read(
      [&](store::Database& database) { return store::ActivityTable(database).latest(most); });
}

Outcome<api::JobsAnswer> Application::jobs() {
  auto const status = jobs_status();
  return read([&](store::Database& database) { return job_lines(status, database); });
}

Outcome<std::optional<api::JobAnswer>> Application::act_on_job(std::string const& name,
                                                               JobAction action) {
  if (!ready()) return not_ready();
  auto const result = ask_job(name, action);
  if (!result) return result.error();
  if (*result == AskResult::unknown) return std::optional<api::JobAnswer>();
  return std::optional(api::JobAnswer{
      .name = name, .status = reply_of(action, *result), .paused = is_paused(jobs_status(), name)});
}

Outcome<AskResult> Application::ask_job(std::string const& name, JobAction action) {
  switch (action) {
    case JobAction::cut: return runner_->cut(name);
    case JobAction::pause: return runner_->set_pause(name, JobRunner::Pause::yes);
    case JobAction::resume: return runner_->set_pause(name, JobRunner::Pause::no);
    case JobAction::run: break;
  }
  if (dependencies_.soon.stop_requested())
    return Failure{.kind = Failure::Kind::cancelled, .text = "the daemon is stopping"};
  if (name != catalogue_job_name) return runner_->ask(name);
  auto const triggered = trigger(status::SyncMode::incremental);
  if (triggered == Triggered::not_ready) return not_ready();
  return triggered == Triggered::accepted ? AskResult::accepted : AskResult::already;
}

Outcome<Done> Application::look_at_shows(Look const& look) {
  if (!ready()) return not_ready();
  this->look(
      [&](filter::Table const& table, adding::Roster const& roster) { look(table, roster); });
  return Done{};
}

}  // namespace sievarr::app
