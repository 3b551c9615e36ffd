#include "store/table.hpp"
#include "../../core/derive/shelf.hpp"
#include "../support/folder.hpp"
#include "golden.hpp"
#include "opened.hpp"
#include "store/catalogue.hpp"
#include "store/transaction.hpp"

#include <sievarr/adding/intent.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/status/activity_record.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::store {
namespace {

Show severance() {
  return {.id = 44933,
          .title = "Severance",
          .tvdb_id = 371980,
          .language = "English",
          .premiered = to_date("2022-02-18"),
          .web_channel = "Apple TV+",
          .genres = {"Drama", "Science-Fiction", "a \"quoted\" one"},
          .rating = 8.4,
          .updated = 1709303296};
}

/// Name, type, whether it may be absent, and place in the key, as SQLite tells it.
std::vector<std::string> columns(Database& database, std::string const& table) {
  std::vector<std::string> all;
  auto statement = database.prepare(
      "SELECT name || ' ' || type || iif(\"notnull\", ' NOT NULL', '') || ' ' || pk FROM "
      "pragma_table_info('" +
      table + "')");
  REQUIRE(statement);
  while (*statement->step()) all.emplace_back(statement->text(0));
  return all;
}

template <class T>
void check_schema(Database& database, std::string const& table) {
  REQUIRE(database.run(derive::create_table<T>("derived_" + table)));
  CHECK(columns(database, table) == columns(database, "derived_" + table));
}

}  // namespace

TEST_CASE("a row comes back as it was put, whatever it lacks") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<Show> shows(database, "shows");
  Show const bare{.id = 1, .title = ""};

  REQUIRE(shows.put(severance()));
  REQUIRE(shows.put(bare));

  CHECK(*shows.find(44933) == severance());
  CHECK(*shows.find(1) == bare);
  CHECK(*shows.find(2) == std::nullopt);
}

TEST_CASE("a row replaces the one with its key") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<Show> shows(database, "shows");
  auto show = severance();
  REQUIRE(shows.put(show));
  show.rating.reset();
  show.genres.clear();

  REQUIRE(shows.put(show));

  CHECK(*shows.find(44933) == show);
  CHECK(*database.number("SELECT count(*) FROM shows") == 1);
}

TEST_CASE("every kind of value has a column, and reads back") {
  using shelf::Book;
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  REQUIRE(database.run(derive::create_table<Book>("books")));
  Table<Book> books(database, "books");
  Book book{
      .id = 7,
      .title = std::string("Emma\0!", 6),
      .score = 8.5,
      .binding = shelf::Binding::hard_cover,
      .authors = {"Jane Austen"},
      .topic = shelf::Topic{.name = "love", .within = {}},
      .pages = std::vector<std::int64_t>{1, 2},
      .copies = {{"north", 2}},
      .loan = {.since = to_date("2026-01-31"), .length = value::SpanOfTime{std::chrono::hours{30}}},
      .signed_ = true};

  REQUIRE(books.put(book));

  auto const found = books.find(7);
  REQUIRE(found);
  CHECK(*found == book);
  auto types = database.prepare("SELECT typeof(score), typeof(binding), typeof(signed) FROM books");
  REQUIRE(*types->step());
  CHECK(types->text(0) == "real");
  CHECK(types->text(1) == "text");
  CHECK(types->text(2) == "integer");
}

TEST_CASE("rows are visited in the order of the key") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<Show> shows(database, "shows");
  for (std::int64_t const id : {3, 1, 2}) REQUIRE(shows.put({.id = id, .title = "x"}));
  std::vector<std::int64_t> ids;

  REQUIRE(shows.each([&](Show show) { ids.push_back(show.id); }));

  CHECK(ids == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("a row that somebody else has spoiled is a failure, not a guess") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<Show> shows(database, "shows");
  REQUIRE(shows.put(severance()));
  for (auto const* const spoil :
       {"genres = 'not JSON'", "premiered = '2022-02-31'", "runtime = 99999999999"}) {
    CAPTURE(spoil);
    REQUIRE(database.run("SAVEPOINT s; UPDATE shows SET " + std::string(spoil)));
    auto const found = shows.find(44933);
    REQUIRE_FALSE(found);
    CHECK(found.error().kind == Failure::Kind::corrupt);
    CHECK(found.error().text == "a stored row has no " +
                                    std::string(spoil, std::string(spoil).find(' ')) +
                                    " that can be read");
    REQUIRE(database.run("ROLLBACK TO s; RELEASE s"));
    CHECK(shows.find(44933));
  }
}

TEST_CASE("what a table does not allow is a failure") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<adding::AddResult> endings(database, "endings");

  auto const orphan = endings.put({.intent = 99});

  REQUIRE_FALSE(orphan);
  CHECK(orphan.error().kind == Failure::Kind::refused);
  CHECK_FALSE(
      database.run("INSERT INTO shows (id, title, genres, updated) VALUES ('x', '', '', 0)"));
}

TEST_CASE("everything until the commit happens, or nothing of it") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Table<Show> shows(database, "shows");
  {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(shows.put(severance()));
  }
  CHECK(*shows.find(44933) == std::nullopt);
  {
    auto transaction = Transaction::begin(database);
    REQUIRE(shows.put(severance()));
    REQUIRE(transaction->commit());
  }
  CHECK(*shows.find(44933) == severance());
}

TEST_CASE("the steps lead to the tables that the descriptions need") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  std::string ddl;
  auto statement = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
  while (*statement->step()) ddl.append(statement->text(0)).append(";\n");

  test::golden("store/ddl.sql", ddl);
  check_schema<Show>(database, "shows");
  check_schema<adding::ShowState>(database, "processing");
  check_schema<mirror::Absence>(database, "absences");
  check_schema<mirror::PageCopy>(database, "pages");
  check_schema<Fact>(database, "facts");
  check_schema<status::CycleRecord>(database, "cycles");
  check_schema<adding::Intent>(database, "intents");
  check_schema<adding::AddResult>(database, "endings");
  check_schema<schedule::RunRecord>(database, "runs");
  check_schema<status::ActivityRecord>(database, "activity");
  check_schema<access::Session>(database, "sessions");
  check_schema<access::KeyRecord>(database, "access_keys");
  check_schema<access::AccessCount>(database, "access_counts");
  check_schema<access::AuditRecord>(database, "audit");
}

}  // namespace sievarr::store
