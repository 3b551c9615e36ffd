#include "store/tvmaze_sync.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <string>
#include <vector>

namespace sievarr::store {
namespace {

using adding::Status;

constexpr auto its_schema = R"(
CREATE TABLE shows (
    tvmaze_id INTEGER PRIMARY KEY, tvdb_id INTEGER, imdb_id TEXT, title TEXT NOT NULL,
    language TEXT, country TEXT, type TEXT, status TEXT, premiered DATE, ended DATE,
    network TEXT, web_channel TEXT, genres TEXT, runtime INTEGER,
    processing_status TEXT NOT NULL DEFAULT 'pending', filter_reason TEXT,
    sonarr_series_id INTEGER, added_to_sonarr_at DATETIME, last_checked DATETIME NOT NULL,
    tvmaze_updated_at INTEGER, retry_after DATETIME, retry_count INTEGER DEFAULT 0,
    error_message TEXT, created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE schema_version (version INTEGER PRIMARY KEY);
)";

/// What tvmaze-sync would have left in a folder.
void leave(test::Folder const& folder, std::string const& rows) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(folder.file("shows.db").c_str(), &connection) == SQLITE_OK);
  auto const sql = its_schema + rows;
  CHECK(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(connection);
}

std::string row(std::string const& columns, std::string const& values) {
  return "INSERT INTO shows (last_checked, title, created_at, " + columns +
         ") VALUES ('2025-01-15', 'A', '2025-01-01 00:00:00', " + values + ");";
}

Imported imported(test::Folder const& folder) {
  auto read = read_tvmaze_sync(folder.path(), "main");
  REQUIRE_MESSAGE(read, (read ? "" : read.error().text));
  return *std::move(read);
}

Instant const created = *to_instant("2025-01-01T00:00:00Z");

}  // namespace

TEST_CASE("shows come over as they are, to be read again") {
  test::Folder const folder;
  leave(folder, R"(INSERT INTO shows (last_checked, tvmaze_id, tvdb_id, imdb_id, title, language,
    country, type, status, premiered, ended, network, web_channel, genres, runtime,
    tvmaze_updated_at) VALUES ('x', 82, 121361, 'tt0944947', 'Game of Thrones', 'English', 'US',
    'Scripted', 'Ended', '2011-04-17', '2019-05-19 00:00:00', 'HBO', '', '["Drama", "Fantasy"]', 60,
    1700000000);)");

  auto const shows = imported(folder).changes.shows;

  CHECK(shows == std::vector<Show>{{.id = 82,
                                    .title = "Game of Thrones",
                                    .tvdb_id = 121361,
                                    .imdb_id = "tt0944947",
                                    .type = "Scripted",
                                    .language = "English",
                                    .country = "US",
                                    .status = "Ended",
                                    .premiered = to_date("2011-04-17"),
                                    .ended = to_date("2019-05-19"),
                                    .network = "HBO",
                                    .genres = {"Drama", "Fantasy"},
                                    .runtime = 60}});
}

TEST_CASE("each status of tvmaze-sync becomes what it means here") {
  struct Case {
    std::string columns;
    std::string values;
    adding::ShowState row;
  };
  std::string const all =
      "tvmaze_id, processing_status, sonarr_series_id, added_to_sonarr_at, retry_after, "
      "retry_count, error_message";
  auto const when = to_instant("2025-01-15T10:30:00Z");
  for (auto const& each : std::vector<Case>{
           {all,
            "1, 'added', 12, '2025-01-15 10:30:00', NULL, 3, NULL",
            {.status = Status::added, .instance = "main", .series_id = 12, .added = when}},
           {all,
            "1, 'added', 12, '2025-01-15T12:30:00.000000+02:00', NULL, 0, NULL",
            {.status = Status::added, .instance = "main", .series_id = 12, .added = when}},
           {all,
            "1, 'exists', 12, NULL, NULL, 0, NULL",
            {.status = Status::exists, .instance = "main", .series_id = 12}},
           {all,
            "1, 'failed', NULL, NULL, NULL, 0, 'bad profile'",
            {.status = Status::failed, .error = "bad profile"}},
           {all,
            "1, 'skipped', NULL, NULL, NULL, 0, NULL",
            {.status = Status::skipped, .word = adding::Override::skipped}},
           {all,
            "1, 'pending_tvdb', NULL, NULL, '2025-01-15T10:30:00', 3, 'no id'",
            {.status = Status::pending_tvdb,
            .retries = 3,
            .waiting_since = created,
            .retry_at = when}},
           {all, "1, 'filtered', 12, '2025-01-15', 'x', 3, 'y'", {}},
           {all, "1, 'pending', NULL, NULL, NULL, NULL, NULL", {}},
       }) {
    CAPTURE(each.values);
    test::Folder const folder;
    leave(folder, row(each.columns, each.values));
    auto expected = each.row;
    expected.show_id = 1;

    auto const read = imported(folder);

    CHECK(read.warnings.empty());
    REQUIRE(read.changes.processing.size() == 1);
    CHECK(read.changes.processing[0] == expected);
  }
}

TEST_CASE("what makes no sense is told, and the rest comes over") {
  test::Folder const folder;
  leave(folder, row("tvmaze_id, processing_status, genres", "1, 'dancing', 'Drama, Crime'") +
                    row("tvmaze_id, processing_status, runtime, tvdb_id",
                        "2, 'added', 99999999999, 'abc'") +
                    row("tvmaze_id, processing_status", "-5, 'added'"));

  auto const read = imported(folder);

  CHECK(read.warnings == std::vector<std::string>{"a row has no number and is left out",
                                                  "show 1: its genres cannot be read",
                                                  "show 1: unknown status \"dancing\""});
  CHECK(read.changes.shows.size() == 2);
  CHECK(read.changes.shows[1].runtime == std::nullopt);
  CHECK(read.changes.processing[0].status == Status::pending);
}

TEST_CASE("what was read can be written, and the old file is as it was") {
  test::Folder const theirs;
  test::Folder const folder;
  leave(theirs, row("tvmaze_id, processing_status", "1, 'added'"));
  auto const before = *os::read_file(theirs.file("shows.db"), 1 << 20);
  auto database = opened(folder.file("shows.db"));

  REQUIRE(Catalogue(database).write(imported(theirs).changes));

  CHECK(*database.number("SELECT count(*) FROM processing WHERE status = 'added'") == 1);
  CHECK(*os::read_file(theirs.file("shows.db"), 1 << 20) == before);
  CHECK_FALSE(os::exists(theirs.file("shows.db-wal")));
}

TEST_CASE("a folder without such a database says what is wrong") {
  test::Folder const folder;
  auto const none = read_tvmaze_sync(folder.path(), "main");
  REQUIRE_FALSE(none);
  CHECK(none.error().text == "\"" + folder.path() +
                                 "\" is no folder of tvmaze-sync: there is no \"" +
                                 folder.file("shows.db") + "\"");

  opened(folder.file("shows.db"));
  auto const ours = read_tvmaze_sync(folder.path(), "main");
  REQUIRE_FALSE(ours);
  CHECK(ours.error().text ==
        "\"" + folder.file("shows.db") + "\" is not the database of tvmaze-sync");

  REQUIRE(os::write_file(folder.file("shows.db"), "just a text, long enough"));
  CHECK_FALSE(read_tvmaze_sync(folder.path(), "main"));
}

TEST_CASE("a path may have any letter") {
  test::Folder const folder;
  auto const path = folder.file("a?b#c%20d.db");
  CHECK_FALSE(is_tvmaze_sync(path));
  leave(folder, "");
  REQUIRE(os::move_file(folder.file("shows.db"), path));
  CHECK(is_tvmaze_sync(path));
}

}  // namespace sievarr::store
