#include "local.hpp"

#include "app/jobs/job_lines.hpp"
#include "plan.hpp"
#include "store/open.hpp"

#include <utility>

namespace sievarr::app {
namespace {

std::string_view verb_of(JobAction action) { return action == JobAction::run ? "run" : "cut"; }

}  // namespace

Outcome<std::unique_ptr<Local>> Local::to_write(Dependencies dependencies,
                                                std::string_view holder) {
  auto lock = store::take_lock(dependencies.config.storage.path, holder);
  if (!lock) return lock.error();
  std::unique_ptr<Local> local(new Local(std::move(dependencies)));
  local->lock_ = std::make_unique<os::Lock>(*std::move(lock));
  return local;
}

Outcome<std::unique_ptr<Local>> Local::to_read(Dependencies dependencies) {
  std::unique_ptr<Local> local(new Local(std::move(dependencies)));
  auto const opened = local->open();
  if (!opened) return opened.error();
  return local;
}

Outcome<Done> Local::open() {
  if (storage_) return Done{};
  auto storage = Storage::open(dependencies_.config.storage.path,
                               lock_ ? Storage::Access::write : Storage::Access::read);
  if (!storage) return storage.error();
  storage_ = *std::move(storage);
  return Done{};
}

Outcome<Done> Local::load() {
  if (is_loaded_) return Done{};
  auto done = open();
  if (done) done = storage_->load();
  if (!done) return done;
  is_loaded_ = true;
  if (!lock_) return Done{};
  auto const warnings = storage_->mend_state();
  if (!warnings) return warnings.error();
  for (auto const& warning : *warnings) dependencies_.warn(warning);
  return Done{};
}

Scope Local::scope() {
  if (!connections_)
    connections_ = std::make_unique<Connections>(
        dependencies_.config, Connections::Dependencies{.clock = dependencies_.clock,
                                                        .environment = dependencies_.environment,
                                                        .stop = dependencies_.stop});
  return {.storage = *storage_,
          .connections = *connections_,
          .config = dependencies_.config,
          .plan = dependencies_.plan,
          .clock = dependencies_.clock,
          .observer = dependencies_.observer,
          .stop = dependencies_.stop};
}

Outcome<adding::PlanReport> Local::plan() {
  auto const loaded = load();
  if (!loaded) return loaded.error();
  return make_plan(scope());
}

Outcome<adding::AddTotals> Local::apply(adding::PlanReport const& plan, Strictness strictness) {
  auto const loaded = load();
  if (!loaded) return loaded.error();
  return apply_plan(scope(), plan, strictness);
}

Outcome<CycleAnswer> Local::start_cycle(status::SyncMode mode) {
  auto const loaded = load();
  if (!loaded) return loaded.error();
  auto report = sync_job_in(scope()).run(mode);
  if (!report) return report.error();
  auto const saved = storage_->save_state(report->cycle);
  if (!saved) return saved.error();
  return CycleAnswer{.report = *std::move(report)};
}

Outcome<std::vector<ManualResult>> Local::act(ManualRequest const& request) {
  auto const loaded = load();
  if (!loaded) return loaded.error();
  auto turn = storage_->catalogue().take_turn();
  return act_by_hand(turn, dependencies_.plan, request, dependencies_.clock.now());
}

Outcome<std::vector<status::ActivityRecord>> Local::latest_activity(std::int64_t most) {
  auto const opened = open();
  if (!opened) return opened.error();
  return store::ActivityTable(storage_->database()).latest(most);
}

Outcome<api::JobsAnswer> Local::jobs() {
  auto const opened = open();
  if (!opened) return opened.error();
  auto const status =
      stored_jobs(dependencies_.config, storage_->database(), dependencies_.clock.now());
  if (!status) return status.error();
  return job_lines(*status, storage_->database());
}

Outcome<std::optional<api::JobAnswer>> Local::act_on_job(std::string const& name,
                                                         JobAction action) {
  if (action == JobAction::run || action == JobAction::cut)
    return Failure{
        .kind = Failure::Kind::missing,
        .text = "no daemon runs, so there is nobody to " + std::string(verb_of(action)) + " it",
        .hint = "one cycle without a daemon: sievarr sync"};
  auto const opened = open();
  if (!opened) return opened.error();
  bool const pauses = action == JobAction::pause;
  auto const found = change_pause(dependencies_.config, storage_->database(), name,
                                  pauses ? schedule::Pause::yes : schedule::Pause::no);
  if (!found) return found.error();
  if (!*found) return std::optional<api::JobAnswer>();
  auto const status =
      stored_jobs(dependencies_.config, storage_->database(), dependencies_.clock.now());
  if (!status) return status.error();
  return std::optional(
      api::JobAnswer{.name = name,
                     .status = pauses ? api::JobReply::paused : api::JobReply::resumed,
                     .paused = is_paused(*status, name)});
}

Outcome<AccessOperations*> Local::access() {
  if (credentials_) return static_cast<AccessOperations*>(credentials_.get());
  auto const opened = open();
  if (!opened) return opened.error();
  auto credentials = Credentials::load(storage_->catalogue(), dependencies_.clock);
  if (!credentials) return credentials.error();
  credentials_ = *std::move(credentials);
  // Who only reads writes down no password either.
  auto const followed =
      lock_ ? credentials_->follow(dependencies_.config.access) : Outcome<Done>(Done{});
  if (!followed) return followed.error();
  return static_cast<AccessOperations*>(credentials_.get());
}

Outcome<Done> Local::look_at_shows(Look const& look) {
  auto const loaded = load();
  if (!loaded) return loaded.error();
  storage_->catalogue().look(
      [&](filter::Table const& table, adding::Roster const& roster) { look(table, roster); });
  return Done{};
}

}  // namespace sievarr::app
