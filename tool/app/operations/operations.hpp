#pragma once

#include "app/access/access_operations.hpp"
#include "app/sync/sync_job.hpp"
#include "manual.hpp"

#include <sievarr/adding/add_totals.hpp>
#include <sievarr/adding/plan_report.hpp>
#include <sievarr/api/jobs.hpp>
#include <sievarr/status/activity_record.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::app {

/// What came of asking for a cycle.
enum class Triggered : std::uint8_t { accepted, already_running, not_ready };

/// A cycle that was asked for, and its report where it is over already.
struct CycleAnswer {
  Triggered triggered = Triggered::accepted;
  std::optional<Report> report = {};
};

/// What a person does with a job.
enum class JobAction : std::uint8_t { run, cut, pause, resume };

/// What can be asked of the program, and what it answers. A daemon does it itself; a command does
/// it itself where the storage is free, and else asks the daemon that holds it.
class Operations {
 public:
  virtual ~Operations() = default;

  /// What the next cycle would do.
  virtual Outcome<adding::PlanReport> plan() = 0;

  /// Carries out a plan that a person has seen.
  virtual Outcome<adding::AddTotals> apply(adding::PlanReport const& plan,
                                           Strictness strictness) = 0;

  /// Runs a cycle, or lets one begin.
  virtual Outcome<CycleAnswer> start_cycle(status::SyncMode mode) = 0;

  /// Does what a person wants done about some shows.
  virtual Outcome<std::vector<ManualResult>> act(ManualRequest const& request) = 0;

  /// What happened last, the newest first, so much at most.
  virtual Outcome<std::vector<status::ActivityRecord>> latest_activity(std::int64_t most) = 0;

  /// How the jobs stand, each with its last runs.
  virtual Outcome<api::JobsAnswer> jobs() = 0;

  /// Runs, cuts, pauses or resumes what is called so; nothing where nothing is.
  virtual Outcome<std::optional<api::JobAnswer>> act_on_job(std::string const& name,
                                                            JobAction action) = 0;

  /// Who may use the program.
  virtual Outcome<AccessOperations*> access() = 0;

  /// Calls look(filter::Table, adding::Roster) with what is stored.
  using Look = std::function<void(filter::Table const&, adding::Roster const&)>;
  virtual Outcome<Done> look_at_shows(Look const& look) = 0;
};

}  // namespace sievarr::app
