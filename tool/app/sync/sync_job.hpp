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

/// Whether a cycle may read the catalogue from its beginning.
enum class Depth : std::uint8_t { needed, full };

/// Whether a plan is carried out although what it would do has changed since.
enum class Faith : std::uint8_t { exact, what_is_left };

/// Whether what is held stays so, or a person has seen it and lets it pass.
enum class Hold : std::uint8_t { heeded, seen };

/// A plan that a person wants carried out, and what they knew of it.
struct Approved {
  adding::Proposal const& plan;
  Faith faith = Faith::exact;
  Hold hold = Hold::heeded;
};

/// What a cycle came to.
struct Report {
  status::Cycle cycle;
  adding::Proposal proposal;
  Carried carried;
};

/// Gather, decide, carry out. A dry run is the same without the third step.
class Round {
 public:
  struct Parts {
    store::Database& database;
    Catalogue& catalogue;
    tvmaze::Tvmaze& tvmaze;
    Shops shops;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  Round(Parts parts, config::Config const& config, filter::Plan const& plan);

  /// One cycle. What only concerns TVMaze or one instance does not stop the rest; what concerns
  /// the storage does.
  Outcome<Report> run(Depth depth);

  /// What the next cycle would do with the catalogue as it is, were nothing held. Asks, and changes
  /// nothing.
  Outcome<adding::Proposal> propose();

  /// Carries out a plan that a person has seen, and with that lets pass what is held, if they have
  /// seen that too.
  Outcome<Carried> apply(Approved const& approved);

 private:
  using There = std::map<std::string, adding::There>;

  Outcome<Done> begin(Depth depth);
  Outcome<Done> judge_if_needed();
  Outcome<Done> check_judged();
  Outcome<Done> gather();
  Outcome<Done> decide_and_act();
  Outcome<There> look();
  Outcome<OpenIntents> resume(There const& there);
  Outcome<adding::Proposal> propose(There const& there, OpenIntents const& open, Hold hold);
  Outcome<adding::Allowance> allowance(std::size_t open, Hold hold);
  Outcome<Done> check_hold(Hold hold);
  Outcome<Done> let_pass();
  Outcome<Done> keep(std::vector<adding::Finding> const& findings);
  Outcome<Done> mark_library(There const& there);
  Outcome<Done> grow_old();

  Parts parts_;
  config::Config const& config_;
  filter::Plan const& plan_;
  adding::Searching searching_;
  Ledger ledger_;
  Report report_;
};

}  // namespace sievarr::app
