#pragma once

#include "app/state/catalogue.hpp"
#include "store/journal.hpp"

#include <sievarr/adding/conclude.hpp>

#include <map>
#include <optional>

namespace sievarr::app {

/// Writes down what is about to be sent and what came of it, the show's new status with it. Any
/// number of threads may use it.
class AddJournal {
 public:
  AddJournal(store::Database& database, Catalogue& catalogue, adding::Searching searching)
      : catalogue_(catalogue), journal_(database), searching_(searching) {}

  /// What nobody knows the end of.
  Outcome<std::vector<adding::Intent>> unfinished();

  /// Durable before anything is sent; an intent that is open already is opened once more, or ended
  /// where it was about another instance.
  Outcome<adding::Intent> promise(adding::Add const& add, std::optional<adding::Intent> const& open,
                                  Instant now);

  /// What came of a promise.
  Outcome<Done> settle(adding::Add const& add, adding::AddResult const& ending);

  /// What came of an add for which nothing was promised, since nothing was to be sent. The ending
  /// gets its number here.
  Outcome<Done> note(adding::Add const& add, adding::AddResult ending);

 private:
  Outcome<Done> write(adding::Add const& add, adding::AddResult const& ending);

  Catalogue& catalogue_;
  store::Journal journal_;
  adding::Searching searching_;
};

}  // namespace sievarr::app
