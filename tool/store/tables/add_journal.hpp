#pragma once

#include "store/table.hpp"

#include <sievarr/adding/intent.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace sievarr::store {

/// An intent and, where it is known, how it ended.
struct Entry {
  adding::Intent intent;
  std::optional<adding::AddResult> ending = {};

  bool operator==(Entry const&) const = default;
};

/// The adds that were about to be sent and what came of them; that is written by the catalogue,
/// together with the shows' new statuses. Outside a transaction each call is
/// durable when it returns; inside one, when that is.
class AddJournalTable {
 public:
  explicit AddJournalTable(Database& database)
      : database_(database), intents_(database, "intents"), endings_(database, "endings") {}

  /// Writes down what is about to be sent; the number in it is given here.
  Outcome<adding::Intent> open(adding::Intent intent);

  /// Writes down that it is about to be sent once more.
  Outcome<adding::Intent> reopen(adding::Intent intent);

  /// The intents of which nobody knows the end, the oldest first.
  Outcome<std::vector<adding::Intent>> unfinished();

  /// All that was done about a show, the oldest first.
  Outcome<std::vector<Entry>> of_show(std::int64_t show_id);

  /// What was done before the intent of that number, the newest first, so many entries at most.
  Outcome<std::vector<Entry>> latest(
      std::int64_t most, std::int64_t before = std::numeric_limits<std::int64_t>::max());

  /// All that was done, the oldest first, and how much that is.
  Outcome<std::vector<Entry>> all();
  Outcome<std::int64_t> count() { return intents_.count(); }

 private:
  friend class Catalogue;
  Outcome<Done> put(std::vector<adding::AddResult> const& endings) {
    return endings_.put_all(endings);
  }
  Outcome<std::vector<Entry>> with_endings(Outcome<std::vector<adding::Intent>> intents);

  Database& database_;
  Table<adding::Intent> intents_;
  Table<adding::AddResult> endings_;
};

}  // namespace sievarr::store
