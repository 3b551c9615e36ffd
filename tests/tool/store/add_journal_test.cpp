#include "store/tables/add_journal.hpp"
#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"
#include "store/catalogue.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <optional>
#include <string>
#include <vector>

namespace sievarr::store {
namespace {

using adding::AddOutcome;
using adding::AddResult;
using adding::Intent;

Instant const moment = *to_instant("2026-01-31T10:30:00Z");

Intent wanted(std::int64_t tvdb_id) {
  return {.instance = "main", .show_id = tvdb_id, .tvdb_id = tvdb_id, .since = moment};
}

/// Writes down what came of it, as the add_journal does.
Outcome<Done> end(Database& database, AddResult const& ending) {
  return Catalogue(database).write({.endings = {ending}});
}

/// What somebody was told is safe.
struct Promised {
  std::vector<std::int64_t> opened;
  std::vector<std::int64_t> closed;
  std::optional<Failure> failure;
};

/// Opens three intents and closes the first two, until something fails.
Promised work(std::string const& path) {
  Promised promised;
  auto database = open_store(path);
  if (!database) return {.failure = database.error()};
  AddJournalTable journal(*database);
  for (std::int64_t tvdb_id = 1; tvdb_id <= 3; ++tvdb_id) {
    auto const intent = journal.open(wanted(tvdb_id));
    if (!intent) return promised.failure = intent.error(), promised;
    promised.opened.push_back(tvdb_id);
    if (tvdb_id == 3) break;
    auto const closed = end(*database, {.intent = intent->id, .at = moment});
    if (!closed) return promised.failure = closed.error(), promised;
    promised.closed.push_back(tvdb_id);
  }
  return promised;
}

/// What was promised is there, at most one thing more, and the work can go on.
void check_kept(std::string const& path, Promised const& promised) {
  auto database = opened(path);
  auto const opened_there = *database.number("SELECT count(*) FROM intents");
  auto const closed_there = *database.number("SELECT count(*) FROM endings");
  auto const opened_before = static_cast<std::int64_t>(promised.opened.size());
  auto const closed_before = static_cast<std::int64_t>(promised.closed.size());
  CHECK(opened_there >= opened_before);
  CHECK(closed_there >= closed_before);
  CHECK(opened_there <= opened_before + 1);
  CHECK(closed_there <= closed_before + 1);
  REQUIRE(AddJournalTable(database).open(wanted(4)));
}

}  // namespace

TEST_CASE("an intent is open until its ending is written") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AddJournalTable journal(database);

  auto const first = *journal.open(wanted(371980));
  auto const second = *journal.open(wanted(81189));
  CHECK(first.id == 1);
  CHECK(second.id == 2);
  CHECK(*journal.unfinished() == std::vector{first, second});

  REQUIRE(
      end(database,
          {.intent = 1, .fate = AddOutcome::refused, .words = "no such profile", .at = moment}));
  CHECK(*journal.unfinished() == std::vector{second});

  auto const again = *journal.reopen(second);
  CHECK(again.attempts == 2);
  CHECK(*journal.unfinished() == std::vector{again});
}

TEST_CASE("the journal tells what was done about a show, and what was done last") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AddJournalTable journal(database);
  auto const first = *journal.open(wanted(7));
  auto const other = *journal.open(wanted(8));
  auto const second = *journal.open(wanted(7));
  AddResult const ending{
      .intent = first.id, .fate = AddOutcome::refused, .words = "no", .at = moment};
  REQUIRE(end(database, ending));

  CHECK(*journal.of_show(7) == std::vector<Entry>{{first, ending}, {second}});
  CHECK(journal.of_show(9)->empty());
  CHECK(*journal.latest(2) == std::vector<Entry>{{second}, {other}});
  CHECK(*journal.latest(9, other.id) == std::vector<Entry>{{first, ending}});
}

TEST_CASE("an intent outlives the program") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  {
    auto database = opened(path);
    REQUIRE(AddJournalTable(database).open(wanted(371980)));
  }

  auto database = opened(path);

  CHECK(AddJournalTable(database).unfinished()->front().tvdb_id == 371980);
}

TEST_CASE("when the power goes at any sync, what was promised is there") {
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    bool failing = true;
    for (int n = 1; failing && n <= 300; ++n) {
      CAPTURE(n);
      test::Folder const folder;
      test::FaultyDisk disk;
      auto const path = folder.file("shows.db");
      disk.lose_power_at(n, seed);
      auto const promised = work(path);
      failing = disk.failed();
      disk.work();
      check_kept(path, promised);
    }
    CHECK_FALSE(failing);
  }
}

TEST_CASE("when any write fails, what was promised is there and the rest works again" *
          doctest::test_suite("slow")) {
  struct Fault {
    int code;
    Failure::Kind kind;
  };
  for (auto const& [code, kind] : {Fault{SQLITE_FULL, Failure::Kind::disk_full},
                                   Fault{SQLITE_IOERR_WRITE, Failure::Kind::broken},
                                   Fault{SQLITE_IOERR_FSYNC, Failure::Kind::broken},
                                   Fault{SQLITE_READONLY, Failure::Kind::read_only}}) {
    auto const& with_code = code;
    CAPTURE(with_code);
    bool failing = true;
    for (int n = 1; failing && n <= 300; ++n) {
      CAPTURE(n);
      test::Folder const folder;
      test::FaultyDisk disk;
      auto const path = folder.file("shows.db");
      disk.fail_from(n, code);
      auto const promised = work(path);
      failing = disk.failed();
      // A failure at the very end, when the file is closed, concerns nobody.
      if (promised.failure) CHECK(promised.failure->kind == kind);
      disk.work();

      check_kept(path, promised);
    }
    CHECK_FALSE(failing);
  }
}

}  // namespace sievarr::store
