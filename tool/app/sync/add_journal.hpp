#pragma once

#include "app/state/turn.hpp"

#include <sievarr/adding/conclude.hpp>

#include <optional>
#include <vector>

namespace sievarr::app {

/// Writes down what is about to be sent and what came of it, the show's new status with it, within
/// the turn of the caller.
class AddJournal {
 public:
  AddJournal(Turn& turn, adding::Searching searching) : turn_(turn), searching_(searching) {}

  /// The intents of which nobody knows the end.
  Outcome<std::vector<adding::Intent>> unfinished();

  /// Durable before anything is sent; an intent that is open already is opened once more, or ended
  /// where it was about another instance.
  Outcome<adding::Intent> promise(adding::Add const& add, std::optional<adding::Intent> const& open,
                                  Instant now);

  /// The result of a promised add. Of one that was not promised, since nothing was to be sent, the
  /// result gets its number here.
  Outcome<Done> settle(adding::Add const& add, adding::AddResult result);

 private:
  adding::Add titled(adding::Add add) const;
  Outcome<Done> write(adding::Add const& add, adding::AddResult const& result);

  Turn& turn_;
  adding::Searching searching_;
};

}  // namespace sievarr::app
