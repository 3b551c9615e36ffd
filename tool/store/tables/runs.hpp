#pragma once

#include "facts.hpp"
#include "store/table.hpp"

#include <sievarr/schedule/run_record.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sievarr::store {

/// What is written together of the jobs: all of it, or nothing.
struct JobChanges {
  std::vector<schedule::RunRecord> runs = {};
  std::optional<schedule::JobMemory> memory = {};
};

/// The runs of all jobs, and what outlives the program of how they stand.
class Runs {
 public:
  explicit Runs(Database& database)
      : database_(database), runs_(database, "runs"), memory_(database, "jobs") {}

  /// Writes in a transaction of its own; durable when it returns.
  Outcome<Done> write(JobChanges const& changes);

  Outcome<schedule::JobMemory> memory() { return memory_.get(); }

  /// The number that the next run has.
  Outcome<std::int64_t> next_run();

  /// The last runs of a job, the newest first, so many at most.
  Outcome<std::vector<schedule::RunRecord>> latest(std::string_view job, std::int64_t most);

  /// The runs of all jobs before that number, the newest first, so many at most.
  Outcome<std::vector<schedule::RunRecord>> latest(std::int64_t most, std::int64_t before) {
    return runs_.latest(most, before);
  }

  Outcome<std::int64_t> count() { return runs_.count(); }
  Outcome<std::vector<schedule::RunRecord>> all() { return runs_.all(); }

  /// Runs that were under way when the program ended without a word are lost.
  Outcome<Done> end_lost();

 private:
  Outcome<Done> put(JobChanges const& changes);

  Database& database_;
  Table<schedule::RunRecord> runs_;
  FactOf<schedule::JobMemory> memory_;
};

}  // namespace sievarr::store
