#pragma once

#include "work/carry_out.hpp"
#include "work/gather.hpp"
#include "work/shop.hpp"

#include <sievarr/config/config.hpp>

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace sievarr::work {

/// Whether a cycle may read the catalogue from its beginning.
enum class Depth : std::uint8_t { needed, full };

/// What a cycle came to.
struct Report {
  decide::Cycle cycle;
  decide::Proposal proposal;
  Carried carried;
};

/// Gather, decide, carry out. A dry run is the same without the third step.
class Round {
 public:
  struct Parts {
    store::Database& database;
    Catalogue& catalogue;
    source::Tvmaze& tvmaze;
    Shops shops;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  Round(Parts parts, config::Config const& config, filter::Plan const& plan);

  /// One cycle. What only concerns TVMaze or one instance does not stop the rest; what concerns
  /// the storage does.
  Outcome<Report> run(Depth depth);

  /// What the next cycle would do with the catalogue as it is. Asks, and changes nothing.
  Outcome<decide::Proposal> propose();

 private:
  using There = std::map<std::string, decide::There>;

  Outcome<Done> judge_if_needed();
  Outcome<Done> gather(Depth depth);
  Outcome<Done> decide_and_act();
  Outcome<OpenIntents> resume(There const& there);
  Outcome<decide::Proposal> propose(There const& there, OpenIntents const& open);
  Outcome<decide::Allowance> allowance(std::size_t open);
  Outcome<Done> keep(std::vector<decide::Finding> const& findings);
  Outcome<Done> mark_library(There const& there);
  Outcome<Done> grow_old();

  Parts parts_;
  config::Config const& config_;
  filter::Plan const& plan_;
  decide::Searching searching_;
  Ledger ledger_;
  Report report_;
};

}  // namespace sievarr::work
