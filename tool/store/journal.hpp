#pragma once

#include "store/table.hpp"

#include <sievarr/decide/intent.hpp>

#include <vector>

namespace sievarr::store {

/// What was about to be done and what came of it. Outside a transaction each call is durable when
/// it returns; inside one, when that is.
class Journal {
 public:
  explicit Journal(Database& database)
      : database_(database), intents_(database, "intents"), endings_(database, "endings") {}

  /// Writes down what is about to be sent; the number in it is given here.
  Outcome<decide::Intent> open(decide::Intent intent);

  /// Writes down that it is about to be sent once more.
  Outcome<decide::Intent> reopen(decide::Intent intent);

  Outcome<Done> close(decide::Ending const& ending);

  /// What nobody knows the end of, the oldest first.
  Outcome<std::vector<decide::Intent>> unfinished();

 private:
  Database& database_;
  Table<decide::Intent> intents_;
  Table<decide::Ending> endings_;
};

}  // namespace sievarr::store
