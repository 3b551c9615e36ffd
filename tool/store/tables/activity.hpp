#pragma once

#include "store/table.hpp"

#include <sievarr/status/activity_record.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace sievarr::store {

/// What happened, as far back as it is kept.
class ActivityTable {
 public:
  explicit ActivityTable(Database& database)
      : database_(database), activity_(database, "activity") {}

  /// What happened before that number, the newest first, so much at most.
  Outcome<std::vector<status::ActivityRecord>> latest(
      std::int64_t most, std::int64_t before = std::numeric_limits<std::int64_t>::max()) {
    return activity_.latest(most, before);
  }

  Outcome<std::int64_t> count() { return activity_.count(); }
  Outcome<std::vector<status::ActivityRecord>> all() { return activity_.all(); }

 private:
  friend class Catalogue;
  /// Their numbers are given here.
  Outcome<Done> add(std::vector<status::ActivityRecord> records);
  Outcome<Done> forget_before(Instant moment);

  Database& database_;
  Table<status::ActivityRecord> activity_;
};

}  // namespace sievarr::store
