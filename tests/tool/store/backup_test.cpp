#include "store/backup.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"
#include "store/catalogue.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <string_view>

namespace sievarr::store {
namespace {

using Kind = Failure::Kind;

constexpr std::size_t whole_file = 64 << 20;

void put(Database& database, std::int64_t count) {
  Changes changes;
  for (std::int64_t id = 1; id <= count; ++id)
    changes.shows.push_back({.id = id, .title = std::string(100, 'x')});
  REQUIRE(Catalogue(database).write(changes));
}

/// A database with so many shows.
void make(std::string const& path, std::int64_t count) {
  auto database = opened(path);
  put(database, count);
}

std::int64_t shows_in(std::string const& path) {
  return *opened(path).number("SELECT count(*) FROM shows");
}

void damage(std::string const& path) {
  auto bytes = *os::read_file(path, whole_file);
  for (std::size_t at = 8192; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 7);
  REQUIRE(os::write_file(path, bytes));
}

}  // namespace

TEST_CASE("a backup is one file with all that was committed, though the database is in use") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto const copy = folder.file("copy.db");
  auto database = opened(path);
  put(database, 300);
  REQUIRE(database.run("BEGIN IMMEDIATE; DELETE FROM shows"));

  REQUIRE(backup(path, copy));
  REQUIRE(backup(path, copy));

  REQUIRE(database.run("ROLLBACK"));
  CHECK_FALSE(os::exists(copy + "-wal"));
  CHECK_FALSE(os::exists(copy + ".tmp"));
  struct stat facts {};
  REQUIRE(::stat(copy.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
  CHECK(shows_in(copy) == 300);
}

TEST_CASE("a backup takes the place of an earlier backup and of nothing else") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  CHECK(backup(path, folder.file("copy.db")).error().kind == Kind::missing);
  make(path, 3);
  auto const letter = folder.file("letter.txt");
  REQUIRE(os::write_file(letter, "dear"));

  auto const over_a_text = backup(path, letter);
  REQUIRE_FALSE(over_a_text);
  CHECK(over_a_text.error().text == "\"" + letter + "\" is not a backup of sievarr");
  CHECK(*os::read_file(letter, whole_file) == "dear");
  CHECK(backup(path, path).error().text == "\"" + path + "\" is the database itself");
  CHECK(backup(path, folder.path()).error().kind == Kind::refused);
  CHECK(backup(path, folder.file("none/copy.db")).error().kind == Kind::missing);
  CHECK(backup(letter, folder.file("copy.db")).error().kind == Kind::corrupt);
}

TEST_CASE("a restore brings a backup back and keeps what was there") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto const copy = folder.file("copy.db");
  make(path, 300);
  REQUIRE(backup(path, copy));
  {
    auto database = opened(path);
    REQUIRE(database.run("DELETE FROM shows WHERE id > 5"));
  }

  auto const restored = restore(copy, path);

  REQUIRE(restored);
  CHECK(shows_in(path) == 300);
  CHECK(restored->kept == path + ".before-restore");
  CHECK(shows_in(restored->kept) == 5);
  CHECK(shows_in(copy) == 300);
}

TEST_CASE("a restore needs nothing to be there") {
  test::Folder const folder;
  make(folder.file("shows.db"), 3);
  REQUIRE(backup(folder.file("shows.db"), folder.file("copy.db")));
  auto const path = folder.file("new.db");
  REQUIRE(os::write_file(path + "-wal", "what is left of another one"));

  auto const restored = restore(folder.file("copy.db"), path);

  REQUIRE(restored);
  CHECK(restored->kept.empty());
  CHECK(shows_in(path) == 3);
}

TEST_CASE("the log of a database that was deleted is not read into the one that is restored") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto const copy = folder.file("copy.db");
  make(copy, 3);
  std::string log;
  {
    auto database = opened(path);
    put(database, 300);
    log = *os::read_file(path + "-wal", whole_file);
  }
  os::remove_file(path);
  REQUIRE(os::write_file(path + "-wal", log));

  REQUIRE(restore(copy, path));

  CHECK(shows_in(path) == 3);
}

TEST_CASE("a database that is damaged is set aside, with its log") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto const copy = folder.file("copy.db");
  make(path, 300);
  REQUIRE(backup(path, copy));
  for (std::string const damaged : {"all but its header", "all of it"}) {
    CAPTURE(damaged);
    make(path, 300);
    if (damaged == "all of it") REQUIRE(os::write_file(path, "just a text"));
    damage(path);
    auto const bytes = *os::read_file(path, whole_file);

    auto const restored = restore(copy, path);

    REQUIRE(restored);
    CHECK(restored->kept == path + ".damaged");
    CHECK(*os::read_file(restored->kept, whole_file) == bytes);
    CHECK(shows_in(path) == 300);
  }
}

TEST_CASE("what is no whole backup of this program's is not restored, and nothing is changed") {
  test::Folder const folder;
  auto const path = folder.file("shows.db");
  auto const copy = folder.file("copy.db");
  make(path, 300);
  REQUIRE(backup(path, copy));
  auto const bytes = *os::read_file(path, whole_file);

  CHECK(restore(folder.file("none.db"), path).error().kind == Kind::missing);
  CHECK(restore(path, path).error().kind == Kind::refused);
  auto const letter = folder.file("letter.txt");
  REQUIRE(os::write_file(letter, "dear"));
  CHECK(restore(letter, path).error().kind == Kind::refused);
  {
    auto future = Database::open(copy, Database::Access::write);
    REQUIRE(future->run("PRAGMA user_version = 999"));
  }
  CHECK(restore(copy, path).error().kind == Kind::outdated);
  damage(copy);
  CHECK(restore(copy, path).error().kind == Kind::corrupt);

  CHECK(*os::read_file(path, whole_file) == bytes);
}

}  // namespace sievarr::store
