#include "store/catalogue.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"
#include "store/tables/add_journal.hpp"
#include "store/transaction.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::store {
namespace {

Instant const noon = *to_instant("2026-01-31T12:00:00Z");

Show show(std::int64_t id, std::int64_t updated = 5) {
  return {.id = id, .title = "Show " + std::to_string(id), .genres = {"Drama"}, .updated = updated};
}

adding::ShowState row(std::int64_t id, adding::Status status = adding::Status::filtered) {
  return {.show_id = id, .status = status, .changed = 7};
}

template <class T>
T must(Outcome<T> outcome) {
  REQUIRE_MESSAGE(outcome, (outcome ? "" : outcome.error().text));
  return *std::move(outcome);
}

std::vector<adding::ShowState> rows_in(Catalogue& catalogue) {
  std::vector<adding::ShowState> rows;
  must(catalogue.show_states().each([&](adding::ShowState each) { rows.push_back(each); }));
  return rows;
}

}  // namespace

TEST_CASE("what was written together is there together, after all was closed") {
  test::Folder const folder;
  mirror::MirrorProgress const progress{.last_tvmaze_page = 3,
                                        .highest_tvmaze_id = 900,
                                        .full_sync_since = noon,
                                        .judging_key = "a \"key\""};
  adding::ShowState const added{.show_id = 2,
                                .status = adding::Status::added,
                                .selection = "prestige",
                                .instance = "main",
                                .series_id = 12,
                                .added = noon,
                                .retries = 2,
                                .waiting_since = noon,
                                .retry_at = noon,
                                .abandoned = true,
                                .error = "invalid profile",
                                .failed_route = "9f",
                                .twin = 1,
                                .in_library = true,
                                .word = adding::Override::approved,
                                .changed = 9};
  mirror::Absence const absence{.show_id = 7, .updated = 5, .gone = true, .at = noon};
  mirror::PageCopy const copy{.page = 3,
                              .fate = mirror::PageOutcome::failed,
                              .made = noon,
                              .etag = "\"x\"",
                              .words = "503"};
  status::CycleRecord const cycle{
      .id = 1, .kind = status::SyncMode::full, .began = noon, .judged = 4};
  {
    auto database = opened(folder.file("shows.db"));
    must(Catalogue(database).write({.shows = {show(1), show(2)},
                                    .processing = {row(1), added},
                                    .absences = {absence},
                                    .pages = {copy},
                                    .progress = progress,
                                    .cycle = cycle}));
  }
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);

  CHECK(must(catalogue.mirror().progress()) == progress);
  CHECK(must(catalogue.shows().find(2)) == show(2));
  CHECK(rows_in(catalogue) == std::vector{row(1), added});
  CHECK(must(catalogue.show_states().find(2)) == added);
  CHECK(must(catalogue.mirror().absences()) == std::vector{absence});
  CHECK(must(catalogue.mirror().pages()) == std::vector{copy});
  CHECK(must(catalogue.cycles().latest(10)) == std::vector{cycle});
  CHECK(must(catalogue.cycles().next_number()) == 2);
}

TEST_CASE("an empty catalogue has made no progress") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);

  CHECK(must(catalogue.mirror().progress()) == mirror::MirrorProgress{});
  CHECK(must(catalogue.cycles().next_number()) == 1);
  CHECK(must(catalogue.mirror_contents()).shows.empty());
}

TEST_CASE("when one row does not fit, nothing of it all is written") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  must(catalogue.write({.shows = {show(1)}}));

  auto const done = catalogue.write({.shows = {show(1, 6), show(2)},
                                     .processing = {row(2), row(99)},
                                     .progress = mirror::MirrorProgress{.last_tvmaze_page = 1}});

  REQUIRE_FALSE(done);
  CHECK(done.error().kind == Failure::Kind::refused);
  CHECK(must(catalogue.shows().find(1)) == show(1));
  CHECK(must(catalogue.shows().find(2)) == std::nullopt);
  CHECK(rows_in(catalogue).empty());
  CHECK(must(catalogue.mirror().progress()) == mirror::MirrorProgress{});
}

TEST_CASE("an update replaces what is known of a show, and leaves what became of it") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  must(catalogue.write({.shows = {show(1)}, .processing = {row(1, adding::Status::added)}}));

  must(catalogue.write({.shows = {show(1, 6)}}));

  CHECK(must(catalogue.shows().find(1)) == show(1, 6));
  CHECK(rows_in(catalogue) == std::vector{row(1, adding::Status::added)});
}

TEST_CASE("a show that comes back is no longer gone, one that came too old is owed on") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  must(catalogue.write({.shows = {show(1), show(2)},
                        .absences = {{.show_id = 1, .updated = 6, .gone = true},
                                     {.show_id = 2, .updated = 9},
                                     {.show_id = 3, .updated = 6, .gone = true}}}));
  CHECK(must(catalogue.mirror_contents()).shows ==
        std::vector<mirror::Known>{{1, 6, true}, {2, 5, false}, {3, 6, true}});

  must(catalogue.write({.shows = {show(1, 8), show(2, 7)},
                        .absences = {{.show_id = 2, .updated = 9, .attempts = 2}}}));

  auto const have = must(catalogue.mirror_contents());
  CHECK(have.shows == std::vector<mirror::Known>{{1, 8, false}, {2, 7, false}, {3, 6, true}});
  CHECK(have.absences.size() == 2);
}

TEST_CASE("what is written within somebody else's transaction is theirs to commit") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  AddJournalTable journal(database);
  {
    auto transaction = must(Transaction::begin(database));
    auto const intent = must(journal.open({.instance = "main", .show_id = 1, .tvdb_id = 5}));
    must(catalogue.put({.shows = {show(1)}, .endings = {{.intent = intent.id}}}));
  }
  CHECK(must(catalogue.shows().find(1)) == std::nullopt);

  auto transaction = must(Transaction::begin(database));
  auto const intent = must(journal.open({.instance = "main", .show_id = 1, .tvdb_id = 5}));
  must(catalogue.put({.shows = {show(1)},
                      .processing = {row(1, adding::Status::added)},
                      .endings = {{.intent = intent.id, .at = noon}}}));
  must(transaction.commit());

  CHECK(must(journal.unfinished()).empty());
  CHECK(rows_in(catalogue).size() == 1);
}

TEST_CASE("what was added lately is counted") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  auto const added = [](std::int64_t id, Instant at) {
    auto state = row(id, adding::Status::added);
    state.added = at;
    return state;
  };
  must(catalogue.write({.shows = {show(1), show(2), show(3)},
                        .processing = {added(1, noon - std::chrono::hours{1}),
                                       added(2, noon + std::chrono::hours{1}), row(3)}}));

  CHECK(must(catalogue.show_states().added_since(noon)) == 1);
  CHECK(must(catalogue.show_states().added_since({})) == 2);
  // Whole seconds are written without a fraction, and are no later for that.
  using std::chrono::milliseconds;
  auto const hour = std::chrono::hours{1};
  CHECK(must(catalogue.show_states().added_since(noon + hour - milliseconds{1})) == 1);
  CHECK(must(catalogue.show_states().added_since(noon + hour)) == 0);
  CHECK(must(catalogue.show_states().added_since(noon + hour + milliseconds{999})) == 0);
}

TEST_CASE("cycles are told from the newest on, page by page") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  for (std::int64_t id = 1; id <= 5; ++id)
    must(catalogue.write({.cycle = status::CycleRecord{.id = id, .began = noon}}));
  auto const ids = [](std::vector<status::CycleRecord> const& cycles) {
    std::vector<std::int64_t> all;
    for (auto const& cycle : cycles) all.push_back(cycle.id);
    return all;
  };

  CHECK(ids(must(catalogue.cycles().latest(2))) == std::vector<std::int64_t>{5, 4});
  CHECK(ids(must(catalogue.cycles().latest(9, 4))) == std::vector<std::int64_t>{3, 2, 1});
}

TEST_CASE("progress that somebody has spoiled is a failure, not a first start") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  must(catalogue.write({.progress = mirror::MirrorProgress{.last_tvmaze_page = 1}}));
  REQUIRE(database.run("UPDATE facts SET value = '{\"last_tvmaze_page\": \"x\"}'"));

  auto const progress = catalogue.mirror().progress();

  REQUIRE_FALSE(progress);
  CHECK(progress.error().kind == Failure::Kind::corrupt);
  CHECK(progress.error().hint == "restore a backup");
}

TEST_CASE("shows whose genres are not a list of texts are not read as if they had none") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  for (auto const* const genres :
       {"", "{}", "null", "[1]", "[\"a\"", "[\"a\"] x", "[\"a\",]", "[[\"a\"]]", "\"a\""}) {
    CAPTURE(genres);
    must(catalogue.write({.shows = {show(1)}}));
    REQUIRE(database.run("UPDATE shows SET genres = '" + std::string(genres) + "'"));
    CHECK_FALSE(catalogue.shows().find(1));
  }
}

}  // namespace sievarr::store
