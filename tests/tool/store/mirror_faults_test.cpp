#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "../support/statements.hpp"
#include "effort.hpp"
#include "opened.hpp"
#include "os/file.hpp"
#include "store/backup.hpp"
#include "store/catalogue.hpp"
#include "store/tables/add_journal.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A small mirror is filled and cut short wherever that can happen: what was promised is there,
/// nothing is there by half, and the next run goes on to the same end.
namespace sievarr::store {
namespace {

constexpr std::int64_t last_page = 2;
constexpr std::int64_t shows_a_page = 3;
Instant const now = *to_instant("2026-01-31T10:30:00Z");

constexpr std::array<std::string_view, 1> old = {"CREATE TABLE a (x INTEGER) STRICT;"};
constexpr std::array<std::string_view, 2> newer = {"CREATE TABLE a (x INTEGER) STRICT;",
                                                   "ALTER TABLE a ADD COLUMN y TEXT;"};

/// What a page of the index changes: its shows, what becomes of them, how far the mirror is.
Changes page(std::int64_t number) {
  Changes changes{
      .pages = {{.page = number, .made = now}},
      .progress = mirror::MirrorProgress{.last_tvmaze_page = number,
                                         .highest_tvmaze_id = number * 250 + shows_a_page,
                                         .full_sync_since = now}};
  for (std::int64_t id = number * 250 + 1; id <= number * 250 + shows_a_page; ++id) {
    changes.shows.push_back({.id = id, .title = "Show", .genres = {"Drama"}, .updated = 5});
    changes.processing.push_back({.show_id = id, .status = adding::Status::filtered});
  }
  return changes;
}

/// Adds one series of the page: the intent before, the outcome after, together with its row.
Outcome<Done> add(Catalogue& catalogue, AddJournalTable& journal, std::int64_t number) {
  auto const show = number * 250 + 1;
  auto const intent = journal.open({.instance = "main", .show_id = show, .tvdb_id = show});
  if (!intent) return intent.error();
  return catalogue.write({.processing = {{.show_id = show, .status = adding::Status::added}},
                          .endings = {{.intent = intent->id, .at = now}}});
}

/// Goes on where the mirror is; the last page that was promised, -1 without any.
std::int64_t run(std::string const& path) {
  std::int64_t promised = -1;
  auto database = open_store(path);
  if (!database) return promised;
  Catalogue catalogue(*database);
  AddJournalTable journal(*database);
  auto const progress = catalogue.mirror().progress();
  if (!progress) return promised;
  for (auto number = mirror::next_page(*progress); number <= last_page; ++number) {
    if (!catalogue.write(page(number))) return promised;
    promised = number;
    if (!add(catalogue, journal, number)) return promised;
  }
  return promised;
}

/// That all of the pages so far is there, each as a whole, and nothing of those behind them.
void check_whole(std::string const& path, std::int64_t promised) {
  auto database = opened(path);
  Catalogue catalogue(database);
  auto const progress = catalogue.mirror().progress();
  REQUIRE(progress);
  auto const reached = progress->last_tvmaze_page.value_or(-1);
  CHECK(reached >= promised);
  CHECK(reached <= promised + 1);
  auto const expected = (reached + 1) * shows_a_page;
  CHECK(*database.number("SELECT count(*) FROM shows") == expected);
  CHECK(*database.number("SELECT count(*) FROM processing") == expected);
  CHECK(*database.number("SELECT count(*) FROM pages") == reached + 1);
  // An outcome and its row are one thing: what was added has both or none.
  CHECK(*database.number("SELECT count(*) FROM processing WHERE status = 'added'") ==
        *database.number("SELECT count(*) FROM endings"));
  CHECK(catalogue.shows().each([](Show const&) {}));
}

void check_goes_on(std::string const& path) {
  run(path);
  check_whole(path, last_page);
}

/// Does something in a process of its own that is killed at the n-th operation of its disk; whether
/// it came to that.
bool killed_at(int n, std::function<void()> const& work) {
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    test::FaultyDisk disk;
    disk.die_at(n);
    work();
    std::_Exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WEXITSTATUS(status) != 0;
}

/// Runs with the fault, and again without it, for every n until it no longer comes.
struct FaultRun {
  std::function<void(int)> arm;
  std::function<bool()> disarm;  ///< Whether the fault came.
};

void try_every(int step, std::function<FaultRun()> const& begin) {
  bool failing = true;
  for (int n = 1; failing && n <= 5'000; n += test::every(step)) {
    CAPTURE(n);
    test::Folder const folder;
    auto const path = folder.file("shows.db");
    auto const fault_run = begin();
    fault_run.arm(n);
    auto const promised = run(path);
    failing = fault_run.disarm();
    check_whole(path, promised);
    check_goes_on(path);
  }
  CHECK_FALSE(failing);
}

}  // namespace

TEST_CASE("when any operation of the disk fails, once or from then on, the mirror goes on" *
          doctest::test_suite("slow")) {
  using Lasting = test::Fault::Lasting;
  for (auto const lasting : {Lasting::on, Lasting::once}) {
    auto const code = lasting == Lasting::on ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    CAPTURE(code);
    test::FaultyDisk disk;
    try_every(1, [&] {
      return FaultRun{
          [&](int n) {
            disk.fail(
                {.n = n, .code = code, .what = test::Fault::What::anything, .lasting = lasting});
          },
          [&] {
            disk.work();
            return disk.failed();
          }};
    });
  }
}

TEST_CASE("when the power goes at any sync, whatever had reached the disk, the mirror goes on" *
          doctest::test_suite("slow")) {
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    test::FaultyDisk disk;
    try_every(1, [&] {
      return FaultRun{[&](int n) { disk.lose_power_at(n, seed); },
                      [&] {
                        auto const failed = disk.failed();
                        disk.work();
                        return failed;
                      }};
    });
  }
}

TEST_CASE("when any statement is stopped at any point, the mirror goes on") {
  test::FaultyDisk disk;  // For its speed: nothing is synced for real.
  test::Statements statements;
  try_every(3, [&] {
    return FaultRun{[&](int n) { statements.stop_at(n); },
                    [&] {
                      auto const stopped = statements.stopped();
                      statements.go_on();
                      return stopped;
                    }};
  });
}

TEST_CASE("when the program is killed at any operation of the disk, the mirror goes on" *
          doctest::test_suite("slow")) {
  test::FaultyDisk const disk;  // For its speed: nothing is synced for real.
  bool killed = true;
  for (int n = 1; killed && n <= 5'000; n += test::every(2)) {
    CAPTURE(n);
    test::Folder const folder;
    auto const path = folder.file("shows.db");
    killed = killed_at(n, [&] { run(path); });
    check_goes_on(path);
  }
  CHECK_FALSE(killed);
}

TEST_CASE("a copy before a change of shape is whole or not there, wherever the program is killed" *
          doctest::test_suite("slow")) {
  test::FaultyDisk const disk;
  bool killed = true;
  for (int n = 1; killed && n <= 500; n += test::every(1)) {
    CAPTURE(n);
    test::Folder const folder;
    auto const path = folder.file("shows.db");
    REQUIRE(open_store(path, old)->run("INSERT INTO a VALUES (7)"));
    killed = killed_at(n, [&] { static_cast<void>(open_store(path, newer)); });

    auto const copy = path + ".schema-1";
    if (os::exists(copy)) CHECK(*open_store(copy, old)->number("SELECT x FROM a") == 7);
    REQUIRE(open_store(path, newer));
    CHECK(*open_store(copy, old)->number("SELECT x FROM a") == 7);
  }
  CHECK_FALSE(killed);
}

TEST_CASE("a copy before a change of shape is whole or not there, wherever it fails") {
  test::FaultyDisk disk;
  bool failing = true;
  for (int n = 1; failing && n <= 500; ++n) {
    CAPTURE(n);
    test::Folder const folder;
    auto const path = folder.file("shows.db");
    auto const copy = path + ".schema-1";
    REQUIRE(open_store(path, old)->run("INSERT INTO a VALUES (7)"));
    n % 2 == 0 ? disk.lose_power_at(n / 2, 7)
               : disk.fail({.n = n, .code = SQLITE_FULL, .what = test::Fault::What::anything});
    static_cast<void>(open_store(path, newer));
    failing = disk.failed() || n % 2 == 0;
    disk.work();

    bool const copied = os::exists(copy);
    if (copied) CHECK(*open_store(copy, old)->number("SELECT x FROM a") == 7);
    auto database = open_store(path, newer);
    REQUIRE(database);
    CHECK(*database->number("SELECT x FROM a WHERE y IS NULL") == 7);
    CHECK(os::exists(copy));
    CHECK_FALSE(os::exists(copy + ".tmp"));
  }
  CHECK_FALSE(failing);
}

TEST_CASE(
    "a restore that fails anywhere leaves the old database or the backup, and can be redone") {
  test::FaultyDisk disk;
  bool failing = true;
  for (int n = 1; failing && n <= 1'000; n += 2) {
    CAPTURE(n);
    test::Folder const folder;
    auto const path = folder.file("shows.db");
    auto const copy = folder.file("copy.db");
    {
      auto database = opened(path);
      REQUIRE(Catalogue(database).write(page(0)));
    }
    REQUIRE(backup(path, copy));
    {
      auto database = opened(path);
      REQUIRE(Catalogue(database).write(page(1)));
    }
    disk.fail({.n = n, .code = SQLITE_IOERR_WRITE, .what = test::Fault::What::anything});
    auto const restored = restore(copy, path);
    failing = disk.failed();
    disk.work();

    auto const shows = *opened(path).number("SELECT count(*) FROM shows");
    CHECK((shows == shows_a_page || (shows == 2 * shows_a_page && !restored)));
    REQUIRE(restore(copy, path));
    CHECK(*opened(path).number("SELECT count(*) FROM shows") == shows_a_page);
  }
  CHECK_FALSE(failing);
}

}  // namespace sievarr::store
