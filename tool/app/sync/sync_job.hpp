#pragma once

#include "add_runner.hpp"
#include "app/state/instance.hpp"
#include "mirror_update.hpp"

#include <sievarr/config/config.hpp>

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace sievarr::app {

/// Whether a plan is carried out although what it would do has changed since.
enum class Strictness : std::uint8_t { exact, best_effort };

/// Whether what is held stays so, or a person has seen it and lets it pass.
enum class Hold : std::uint8_t { heeded, seen };

/// A plan that a person wants carried out, and what they knew of it.
struct Approved {
  adding::Proposal const& plan;
  Strictness strictness = Strictness::exact;
  Hold hold = Hold::heeded;
};

/// What a cycle came to.
struct Report {
  status::CycleRecord cycle;
  adding::Proposal proposal;
  adding::AddTotals totals;
};

/// Updates the mirror, decides, adds. A dry run is the same without the third step.
class SyncJob {
 public:
  struct Parts {
    Catalogue& catalogue;
    tvmaze::Tvmaze& tvmaze;
    Instances instances;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  SyncJob(Parts parts, config::Config const& config, filter::Plan const& plan);

  /// One cycle. What only concerns TVMaze or one instance does not stop the rest; what concerns
  /// the storage does.
  Outcome<Report> run(status::SyncMode mode);

  /// What the next cycle would do with the catalogue as it is, were nothing held. Asks, and changes
  /// nothing.
  Outcome<adding::Proposal> propose();

  /// Carries out a plan that a person has seen, and with that lets pass what is held, if they have
  /// seen that too.
  Outcome<adding::AddTotals> apply(Approved const& approved);

 private:
  using InstanceSnapshots = std::map<std::string, adding::InstanceSnapshot>;

  Outcome<Done> begin(status::SyncMode mode);
  Outcome<Done> close();
  Outcome<Done> judge_if_needed();
  Outcome<Done> check_judged();
  Outcome<Done> gather();
  Outcome<Done> decide_and_act();
  Outcome<InstanceSnapshots> ask_instances();
  Outcome<std::vector<adding::Intent>> unfinished();
  Outcome<OpenIntents> resume(InstanceSnapshots const& snapshots);
  Outcome<adding::Proposal> propose(InstanceSnapshots const& snapshots, OpenIntents const& open,
                                    Hold hold);
  Outcome<adding::Allowance> allowance(Turn& turn, std::size_t open, Hold hold);
  Outcome<Done> check_hold(Hold hold);
  Outcome<Done> let_pass();
  Outcome<Done> keep(std::vector<adding::Finding> const& findings);
  Outcome<Done> mark_library(InstanceSnapshots const& snapshots);
  Outcome<Done> age();

  Parts parts_;
  config::Config const& config_;
  filter::Plan const& plan_;
  adding::Searching searching_;
  Report report_;
  bool is_decided_ = false;  ///< Whether the cycle has come to a proposal.
};

}  // namespace sievarr::app
