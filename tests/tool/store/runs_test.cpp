#include "store/tables/runs.hpp"
#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "golden.hpp"
#include "opened.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"
#include "store/migrations.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <array>

namespace sievarr::store {
namespace {

using schedule::RunRecord;
using schedule::RunResult;

Instant at(std::string const& time) { return *to_instant("2026-06-01T" + time + "Z"); }

RunRecord run(std::int64_t id, std::string job) {
  return {.id = id,
          .job = std::move(job),
          .lane = "sonarr/watch",
          .due = at("10:00:00"),
          .started = at("10:00:01"),
          .correlation = "9f86d081884c7d65"};
}

}  // namespace

TEST_CASE("a run is stored when it begins and again when it ends, as one row") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Runs runs(database);
  auto record = run(*runs.next_run(), "health:sonarr");
  REQUIRE(runs.write({.runs = {record, run(2, "poll:sonarr")}}));
  CHECK(runs.latest("health:sonarr", 20)->front() == record);

  record.ended = at("10:00:02");
  record.result = RunResult::failed;
  record.counts = {{"asked", 1}};
  record.error = "nobody answers";
  REQUIRE(runs.write({.runs = {record}}));
  CHECK(*runs.latest("health:sonarr", 20) == std::vector{record});
  CHECK(*runs.next_run() == 3);
}

TEST_CASE("the last runs of a job come first, and only so many") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Runs runs(database);
  JobChanges changes;
  for (std::int64_t id = 1; id <= 50; ++id) changes.runs.push_back(run(id, "poll"));
  REQUIRE(runs.write(changes));
  auto const latest = runs.latest("poll", 20);
  REQUIRE(latest);
  CHECK(latest->size() == 20);
  CHECK(latest->front().id == 50);
  CHECK(latest->back().id == 31);
}

TEST_CASE("a run that was under way when the program was killed is lost, and said to be") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Runs runs(database);
  auto over = run(1, "poll");
  over.result = RunResult::good;
  REQUIRE(runs.write({.runs = {over, run(2, "poll")}}));
  REQUIRE(runs.end_lost());
  auto const latest = *runs.latest("poll", 2);
  CHECK(latest[0].result == RunResult::lost);
  CHECK_FALSE(latest[0].ended);
  CHECK(latest[1].result == RunResult::good);
}

TEST_CASE("pauses and what waits are remembered to the letter") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  schedule::JobMemory const memory{
      .paused = true,
      .paused_lanes = {"sonarr/watch"},
      .paused_jobs = {"catalogue"},
      .seen = {{"catalogue", at("10:00:00")}},
      .waiting = {{"catalogue", {schedule::Trigger::request, at("10:01:00")}}}};
  CHECK(*Runs(database).memory() == schedule::JobMemory{});
  REQUIRE(Runs(database).write({.memory = memory}));
  CHECK(*Runs(database).memory() == memory);
}

TEST_CASE("on a full disk nothing of what belongs together is stored") {
  test::FaultyDisk disk;
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Runs runs(database);
  disk.fail_from(1, SQLITE_FULL);
  CHECK_FALSE(
      runs.write({.runs = {run(1, "poll")}, .memory = schedule::JobMemory{.paused = true}}));
  disk.work();
  CHECK(runs.latest("poll", 20)->empty());
  CHECK_FALSE(runs.memory()->paused);
  CHECK(runs.write({.runs = {run(1, "poll")}}));
}

TEST_CASE("a storage of version 0.1.0 gets the runs, and its copy is what it was") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  REQUIRE(os::write_file(path, test::read_data("data/frozen/shows.db")));
  auto const old_steps = migrations().first(1);
  auto const cycles = *open_store(path, old_steps)->number("SELECT count(*) FROM cycles");
  REQUIRE(cycles > 0);
  {
    auto database = opened(path);
    CHECK(*schema_of(database) == static_cast<std::int64_t>(migrations().size()));
    CHECK(*database.number("SELECT count(*) FROM cycles") == cycles);
    CHECK(*Runs(database).next_run() == 1);
  }
  // The program of before refuses what it does not know, and goes on with the copy.
  auto const refused = open_store(path, old_steps);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::outdated);
  auto copy = open_store(path + ".schema-1", old_steps);
  REQUIRE(copy);
  CHECK(*copy->number("SELECT count(*) FROM cycles") == cycles);
  CHECK(*copy->number("SELECT count(*) FROM sqlite_schema WHERE name = 'runs'") == 0);
}

}  // namespace sievarr::store
