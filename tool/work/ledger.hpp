#pragma once

#include "store/journal.hpp"
#include "work/catalogue.hpp"

#include <sievarr/decide/conclude.hpp>

#include <map>
#include <optional>

namespace sievarr::work {

/// Writes down what is about to be sent and what came of it, the show's new status with it. Any
/// number of threads may use it.
class Ledger {
 public:
  Ledger(store::Database& database, Catalogue& catalogue, decide::Searching searching)
      : catalogue_(catalogue), journal_(database), searching_(searching) {}

  /// What nobody knows the end of.
  Outcome<std::vector<decide::Intent>> unfinished();

  /// Durable before anything is sent; an intent that is open already is opened once more, or ended
  /// where it was about another instance.
  Outcome<decide::Intent> promise(decide::Add const& add, std::optional<decide::Intent> const& open,
                                  Instant now);

  /// What came of a promise.
  Outcome<Done> settle(decide::Add const& add, decide::Ending const& ending);

  /// What came of an add for which nothing was promised, since nothing was to be sent. The ending
  /// gets its number here.
  Outcome<Done> note(decide::Add const& add, decide::Ending ending);

 private:
  Outcome<Done> write(decide::Add const& add, decide::Ending const& ending);

  Catalogue& catalogue_;
  store::Journal journal_;
  decide::Searching searching_;
};

}  // namespace sievarr::work
