#pragma once

#include "event_bus.hpp"
#include "log/log.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::app {

/// What was counted since the start, and in the last cycle.
struct Tally {
  std::map<std::string, double> cycles = {};     ///< By how they ended.
  std::map<std::string, double> processed = {};  ///< What they did.
  std::map<adding::Cause, std::int64_t> waiting = {};
  std::map<status::Step, std::chrono::milliseconds> steps = {};
  std::int64_t planned = 0;
};

/// What a cycle did, by names that metrics have.
std::map<std::string, double> processed_by(status::CycleRecord const& cycle);

/// Keeps how the daemon stands, writes the log, and tells whoever listens. Any number of threads
/// may use it.
class Activity final : public Observer {
 public:
  Activity(os::Clock& clock, log::Log& log) : clock_(clock), log_(log) {
    daemon_status_.started = clock.now();
  }

  status::DaemonStatus daemon_status() const;
  Tally tally() const;
  EventBus& event_bus() { return event_bus_; }

  void hear(Event const& event) override;

  void enter(status::Phase phase);
  void know(mirror::MirrorProgress const& progress);
  void remember(std::optional<status::CycleRecord> last);
  void end(status::CycleRecord const& cycle);

  /// Something that is needed works, or why not.
  void see_tvmaze(std::optional<Failure> const& failure);
  void see_database(std::optional<Failure> const& failure);
  void see_instance(std::string const& name, std::optional<std::string> const& trouble);

  /// An instance answered when it was only asked whether it is there, or why not. What is known to
  /// be wrong with it otherwise stays.
  void see_answer(std::string const& name, std::optional<std::string> const& trouble);

  /// Something was written down of what happened.
  void tell(std::vector<status::ActivityRecord> const& records);

  /// A run of a job has begun, is over, or was skipped; or a job was paused or resumed.
  void hear(JobEvent const& event);

  /// The instances that the config has, and those that it disables; what is known of others is
  /// forgotten.
  void keep_instances(std::vector<std::string> const& names, std::vector<std::string> disabled);

  /// Another config is in force, or why it is not.
  void read_config(std::optional<std::string> const& trouble,
                   std::vector<std::string> needs_restart);

 private:
  void take(CycleBegan const& began);
  void take(StepBegan const& began);
  void take(Decided const& decided);
  void take(InstanceSeen const& seen);
  void take(PageSettled const& page);
  void take(ShowsSettled const& shows);
  void take(JudgedAgain const& judged);
  void take(AddEnded const& add);
  void take(Trouble const& trouble);

  void see(status::Health& health, std::string_view what, std::optional<std::string> const& words);
  void advance(std::size_t done, std::size_t all);
  void close_step();
  log::Fields with_cycle(log::Fields fields) const;

  os::Clock& clock_;
  log::Log& log_;
  EventBus event_bus_;
  mutable std::mutex mutex_;
  status::DaemonStatus daemon_status_;
  std::map<std::string, std::string> silent_;  ///< What instances said that did not answer.
  Tally tally_;
  Instant step_began_ = {};
};

}  // namespace sievarr::app
