#pragma once

#include "app/access/credentials.hpp"
#include "app/activity/activity.hpp"
#include "app/jobs/job_runner.hpp"
#include "app/jobs/stored_history.hpp"
#include "app/operations/operations.hpp"
#include "app/operations/scope.hpp"
#include "app/state/active_config.hpp"
#include "app/state/config_file.hpp"
#include "app/state/readers.hpp"
#include "app/state/server_check.hpp"
#include "os/lock.hpp"

#include <sievarr/status/metrics.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::api {
struct ConfigChange;
struct ConfigFile;
struct Refusal;
}  // namespace sievarr::api

namespace sievarr::app {

/// What came of reading the config again: it is in force, unless there are errors.
struct Reloaded {
  Problems problems = {};
  std::vector<std::string> needs_restart = {};
};

/// The daemon without its HTTP: it owns the storage, the catalogue, the servers of the config in
/// force, and the jobs, of which a cycle is one. Any number of threads may use it; one lives in it.
class Application final : public Operations {
 public:
  struct Dependencies {
    ReadConfig read;
    TryConfig try_text = {};
    std::string config_path = {};  ///< Of its file; empty where there is none.
    os::Clock& clock;
    os::Environment const& environment;
    log::Log& log;
    std::stop_token soon = {};  ///< Ends at the next safe point.
    std::stop_token now = {};   ///< Gives up what is asked of other servers.
    std::string holder = "sievarr run";
    std::string version = {};
  };

  /// Takes the lock of the storage, which costs nothing; all else is loaded later.
  static Outcome<std::unique_ptr<Application>> begin(ActiveConfig active,
                                                     Dependencies dependencies);
  ~Application() override;

  /// Opens, checks and reads what is stored, judges it again if the config is another one, and asks
  /// the servers. Problems with errors are what a person must change first.
  Outcome<Problems> load();

  /// Runs jobs when they are due, until it is to end; a failure is what only a person can mend.
  Outcome<Done> live();

  /// Runs a cycle if one is due; whether one was.
  Outcome<bool> step();

  /// Whether it is loaded. Until then it can only be asked how it stands.
  bool ready() const { return ready_.load(); }

  status::DaemonStatus daemon_status() const;
  status::Metrics metrics() const;
  ConfigInForce config_in_force() const;

  /// What happened last, so much at most.
  Outcome<std::vector<status::ActivityRecord>> latest_activity(std::int64_t most) override;

  /// How the jobs stand.
  JobsStatus jobs_status() const;

  /// Judges all that is stored again by the config in force.
  Outcome<JudgedAgain> refilter();

  // A plan is not carried out while a cycle runs.
  Outcome<adding::PlanReport> plan() override;

  /// The plan that was worked out last, by a cycle or because somebody asked, without the adds that
  /// were made since; nothing before the first.
  Outcome<std::optional<adding::PlanReport>> last_plan() const;

  Outcome<adding::AddTotals> apply(adding::PlanReport const& plan, Strictness strictness) override;
  Outcome<CycleAnswer> start_cycle(status::SyncMode mode) override;
  Outcome<std::vector<ManualResult>> act(ManualRequest const& request) override;
  Outcome<api::JobsAnswer> jobs() override;
  Outcome<std::optional<api::JobAnswer>> act_on_job(std::string const& name,
                                                    JobAction action) override;
  Outcome<AccessOperations*> access() override;
  Outcome<Done> look_at_shows(Look const& look) override;

  /// What lets somebody in; nothing until it is ready.
  Credentials* credentials() const { return ready() ? credentials_.get() : nullptr; }

  /// Reads the config again and swaps it as a whole; the old one stays when anything is wrong.
  Reloaded reload();

  /// The file of the config as it may be seen and changed by who is not at it.
  Result<api::ConfigFile, api::Refusal> config_file() const;

  /// Writes another text into that file and puts it in force, unless something speaks against it.
  Result<Reloaded, api::Refusal> change_config(api::ConfigChange const& change);

  /// What came of the last time that it was read.
  Reloaded last_reload() const;

  /// Calls look(filter::Table, adding::Roster) with the catalogue in memory. Only when it is ready.
  template <class Look>
  auto look(Look look) const {
    return storage_->catalogue().look(std::move(look));
  }

  /// Calls act(Turn, ActiveConfig), which may read and write what is stored, between two steps of a
  /// cycle. What it gives is an Outcome.
  template <class Act>
  auto in_turn(Act act)
      -> decltype(act(std::declval<Turn&>(), std::declval<ActiveConfig const&>())) {
    if (!ready()) return not_ready();
    auto const active = config_in_force();
    auto turn = storage_->catalogue().take_turn();
    return act(turn, *active);
  }

  /// Calls use(store::Database&) with a connection that only reads. What it gives is an Outcome.
  template <class Use>
  auto read(Use use) const {
    return readers_.read(std::move(use));
  }

  /// Listens to what happens for as long as the subscription is kept.
  std::shared_ptr<Subscription> listen(std::function<void()> wake = {}) {
    return activity_.event_bus().listen(std::move(wake));
  }

 private:
  class CatalogueJob;

  /// A config in force, and the servers that it names.
  struct Setup {
    ConfigInForce active;
    std::shared_ptr<Connections> connections;
  };

  Application(ActiveConfig active, Dependencies dependencies, os::Lock lock);

  static Failure not_ready();
  Outcome<Done> open();
  Outcome<Done> begin_jobs(mirror::MirrorProgress const& progress,
                           std::optional<Instant> last_cycle);
  JobRunner::Jobs jobs_of(config::Config const& config);
  Outcome<Done> judge_if_needed(ActiveConfig const& active);
  ServerCheck check_servers(ActiveConfig const& active);
  void note(ServerCheck const& check);
  Setup setup() const;
  void turn_to_today();
  Setup setup_of_today();
  Setup begin_cycle();
  std::stop_token cut_token() const;
  void cut_cycle();
  Outcome<RunEnd> run_cycle(JobRun const& run);
  Outcome<Done> settle(Outcome<Report> const& report);
  Outcome<Done> know_progress();
  void end_cycle();
  Reloaded remember(Reloaded reloaded);
  void note_config(std::optional<std::string> const& trouble);
  Reloaded put_in_force(ActiveConfig active);
  std::optional<api::Refusal> locked_config() const;
  Result<ActiveConfig, api::Refusal> revised_config(std::string const& file,
                                                    std::string const& sent,
                                                    std::string const& text) const;
  Scope scope(Setup const& setup, Observer& observer, std::stop_token stop);
  Triggered trigger(status::SyncMode mode);
  Outcome<AskResult> ask_job(std::string const& name, JobAction action);

  Dependencies dependencies_;
  os::Lock lock_;
  Activity activity_;
  Meter meter_;
  std::string path_;
  config::Config const first_;  ///< What counts until a restart.
  std::unique_ptr<Storage> storage_;
  ConfigFile file_;
  std::unique_ptr<Credentials> credentials_;
  mutable Readers readers_;
  std::unique_ptr<StoredHistory> history_;
  std::unique_ptr<JobRunner> runner_;
  std::atomic<bool> ready_ = false;
  std::mutex reloading_;
  mutable std::mutex mutex_;
  Setup setup_;
  Reloaded reloaded_;
  std::optional<adding::PlanReport> asked_plan_;  ///< What was worked out last for somebody.
  ConfigInForce running_;                         ///< What the cycle that is under way began with.
  std::stop_source cut_;                          ///< Ends the cycle that is under way.
  status::SyncMode mode_ = status::SyncMode::incremental;
};

}  // namespace sievarr::app
