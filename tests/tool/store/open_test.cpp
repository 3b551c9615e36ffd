#include "store/open.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::store {
namespace {

using Kind = Failure::Kind;

constexpr std::size_t everything = 64 << 20;

/// Runs SQL by itself, as another program would.
void run(std::string const& path, std::string const& sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
  CHECK(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(connection);
}

Failure refused(std::string const& path) {
  auto const database = open_store(path);
  REQUIRE_FALSE(database);
  return database.error();
}

/// That nothing at a path is changed by an attempt to open it.
Failure refused_and_untouched(std::string const& path) {
  auto const before = *os::read_file(path, everything);
  auto failure = refused(path);
  CHECK(*os::read_file(path, everything) == before);
  CHECK_FALSE(os::exists(path + "-wal"));
  CHECK_FALSE(os::exists(path + "-journal"));
  return failure;
}

}  // namespace

TEST_CASE("a new database is made, for its owner alone, and opens again") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  {
    auto database = opened(path);
    CHECK(*database.number("PRAGMA application_id") == application_id);
    CHECK(*database.number("PRAGMA synchronous") == 2);
    CHECK(*database.number("PRAGMA foreign_keys") == 1);
    CHECK(*schema_of(database) == static_cast<std::int64_t>(migrations().size()));
    auto mode = database.prepare("PRAGMA journal_mode");
    REQUIRE(mode->step());
    CHECK(mode->text(0) == "wal");
  }
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
  CHECK(*identify(path) == Identity::ours);
  opened(path);
}

TEST_CASE("an empty file is as good as none") {
  test::Folder const folder;
  REQUIRE(os::write_file(folder.file("shows.db"), ""));

  opened(folder.file("shows.db"));
}

TEST_CASE("the database of another program is left as it is") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  run(path, "CREATE TABLE shows (id INTEGER PRIMARY KEY, title TEXT)");

  auto const failure = refused_and_untouched(path);

  CHECK(failure.kind == Kind::refused);
  CHECK(failure.text == "\"" + path + "\" is the database of another program");
  CHECK(failure.hint == "choose another storage.path; it is left as it is");
}

TEST_CASE("the database of tvmaze-sync is left as it is, and named with the way to read it") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  run(path,
      "CREATE TABLE shows (tvmaze_id INTEGER PRIMARY KEY, title TEXT, processing_status TEXT, "
      "tvmaze_updated_at INTEGER)");

  auto const failure = refused_and_untouched(path);

  CHECK(failure.kind == Kind::refused);
  CHECK(failure.text == "\"" + path + "\" is the database of tvmaze-sync");
  CHECK(failure.hint ==
        "choose another storage.path, and read what tvmaze-sync has stored with: sievarr import "
        "tvmaze-sync " +
            folder.path());
}

TEST_CASE("what is no database is left as it is") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  REQUIRE(os::write_file(path, "just a text"));

  auto const failure = refused_and_untouched(path);

  CHECK(failure.kind == Kind::corrupt);
  CHECK(failure.text == "\"" + path + "\" is not a database");
}

TEST_CASE("a newer schema is refused") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  opened(path);
  run(path, "PRAGMA user_version = 999");

  auto const failure = refused(path);

  CHECK(failure.kind == Kind::outdated);
  CHECK(failure.text ==
        "the database has schema 999, this program knows " + std::to_string(migrations().size()));
  CHECK(open_to_read(path).error().kind == Kind::outdated);
}

TEST_CASE("a damaged database is refused with something to do, and left as it is") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  {
    auto database = opened(path);
    REQUIRE(
        database.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                     "5000) INSERT INTO shows (id, title, genres, updated) SELECT i, "
                     "'title', '[]', 0 FROM n"));
    REQUIRE(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  auto bytes = *os::read_file(path, everything);
  for (std::size_t at = 8192; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 7);
  REQUIRE(os::write_file(path, bytes));

  auto const failure = refused(path);

  CHECK(failure.kind == Kind::corrupt);
  CHECK(failure.hint ==
        "restore a backup, or move the file away to begin anew; it is left as it is");
  CHECK(*os::read_file(path, everything) == bytes);
}

TEST_CASE("a file that lacks its last page or more is refused") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  opened(path);
  auto const bytes = *os::read_file(path, everything);
  for (std::size_t size = 1; size + 4096 <= bytes.size(); size += 1000) {
    CAPTURE(size);
    REQUIRE(os::write_file(path, std::string_view(bytes).substr(0, size)));
    CHECK(refused(path).kind == Kind::corrupt);
  }
}

TEST_CASE("a place that cannot be written says what to do") {
  test::Folder const folder;

  auto const missing = refused(folder.file("none/shows.db"));
  CHECK(missing.kind == Kind::missing);
  CHECK(missing.hint == "create the folder \"" + folder.file("none") + "\"");

  auto const is_folder = refused(folder.path());
  CHECK(is_folder.kind != Kind::broken);
}

TEST_CASE("somebody else who writes is waited for, and then named as the reason") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto first = opened(path);
  auto second = opened(path);
  REQUIRE(second.run("PRAGMA busy_timeout = 20"));
  REQUIRE(first.run("BEGIN IMMEDIATE"));

  auto const failed = second.run("BEGIN IMMEDIATE");

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::locked);
  CHECK(failed.error().text ==
        "\"" + path + "\": another program is writing to it (database is locked)");
}

TEST_CASE("somebody else who writes for a moment only is not noticed") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto first = opened(path);
  auto second = opened(path);
  REQUIRE(first.run("BEGIN IMMEDIATE"));
  std::jthread const for_a_moment([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    CHECK(first.run("COMMIT"));
  });

  CHECK(second.run("BEGIN IMMEDIATE; COMMIT"));
}

TEST_CASE("a reader sees what was committed, and changes nothing") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  CHECK(open_to_read(path).error().kind == Kind::missing);
  auto writer = opened(path);

  auto reader = open_to_read(path);

  REQUIRE(reader);
  auto const written = reader->run("DELETE FROM shows");
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == Kind::read_only);
}

TEST_CASE("steps are taken once, in order, after a copy") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  constexpr std::array<std::string_view, 1> early = {"CREATE TABLE a (x INTEGER) STRICT;"};
  constexpr std::array<std::string_view, 2> later = {"CREATE TABLE a (x INTEGER) STRICT;",
                                                     "ALTER TABLE a ADD COLUMN y TEXT;"};
  REQUIRE(open_store(path, early)->run("INSERT INTO a VALUES (7)"));
  CHECK_FALSE(os::exists(path + ".schema-1"));
  CHECK(open_to_read(path, later).error().hint == "bring it up to date first: sievarr sync");

  REQUIRE(os::write_file(path + ".schema-1.tmp", "half of a copy"));
  auto database = open_store(path, later);

  REQUIRE(database);
  CHECK_FALSE(os::exists(path + ".schema-1.tmp"));
  CHECK(*database->number("SELECT x FROM a WHERE y IS NULL") == 7);
  REQUIRE(os::exists(path + ".schema-1"));
  CHECK(*open_store(path + ".schema-1", early)->number("SELECT x FROM a") == 7);
  CHECK(open_store(path, early).error().kind == Kind::outdated);
}

TEST_CASE("a step that fails is not taken, and those before it stay") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  constexpr std::array<std::string_view, 2> bad = {
      "CREATE TABLE a (x INTEGER) STRICT;", "CREATE TABLE b (x INTEGER) STRICT; SELECT nonsense;"};
  CHECK_FALSE(open_store(path, bad));

  auto database = open_store(path, std::span(bad).first(1));

  REQUIRE(database);
  CHECK(*database->number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
}

}  // namespace sievarr::store
