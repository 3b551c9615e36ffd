#pragma once

#include "store/table.hpp"

#include <sievarr/status/cycle.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace sievarr::store {

/// The cycles that were begun.
class Cycles {
 public:
  explicit Cycles(Database& database) : database_(database), cycles_(database, "cycles") {}

  /// The number that the next one has.
  Outcome<std::int64_t> next_number();

  /// Those before that number, the newest first, so many at most.
  Outcome<std::vector<status::CycleRecord>> latest(
      std::int64_t most, std::int64_t before = std::numeric_limits<std::int64_t>::max()) {
    return cycles_.latest(most, before);
  }

  Outcome<std::int64_t> count() { return cycles_.count(); }
  Outcome<std::vector<status::CycleRecord>> all() { return cycles_.all(); }

 private:
  friend class Catalogue;
  Outcome<Done> put(status::CycleRecord const& cycle) { return cycles_.put(cycle); }

  Database& database_;
  Table<status::CycleRecord> cycles_;
};

}  // namespace sievarr::store
