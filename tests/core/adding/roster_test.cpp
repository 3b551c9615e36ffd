#include <sievarr/adding/roster.hpp>

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

using filter::Category;
using filter::Verdict;

VerdictRecord const records[] = {
    {.verdict = Verdict::add, .selection = "new", .instance = "main", .route = "r1"},
    {.verdict = Verdict::add, .selection = "new", .instance = "other", .route = "r2"},
    {.verdict = Verdict::filtered, .category = Category::genre},
    {.verdict = Verdict::filtered, .category = Category::rating},
    {.verdict = Verdict::filtered, .category = Category::ignored, .selection = "old"},
    {.verdict = Verdict::review, .selection = "old", .instance = "main", .route = "r1"},
    {.verdict = Verdict::no_tvdb, .selection = "new", .instance = "main", .route = "r1"},
};

/// Every state that some record leads to, and every state that a person or an instance makes of it.
std::vector<ShowState> states() {
  std::vector<ShowState> states;
  for (auto const& record : records) {
    auto const plain = settle_new(7, record, {});
    states.push_back(plain);
    reflect::for_each_enumerator<Status>([&](Status status, std::string_view) {
      auto state = plain;
      state.status = status;
      states.push_back(state);
      state.retries = 2;
      state.retry_at = Instant{} + std::chrono::hours{1};
      state.failed_route = "r1";
      states.push_back(state);
      state.word = Override::approved;
      states.push_back(state);
    });
  }
  return states;
}

TEST_CASE("a row that stays is one which judging again does not change") {
  std::size_t stay = 0;
  for (auto const& state : states())
    for (auto const& record : records) {
      Roster roster;
      roster.set(0, state);
      if (!roster.stays(0, roster.coded(record))) continue;
      ++stay;
      CHECK(settle(state, record, {}) == state);
    }
  CHECK(stay > 100);
}

TEST_CASE("a row that a verdict led to stays with that verdict, and no other") {
  for (auto const& was : records)
    for (auto const& record : records) {
      Roster roster;
      roster.set(3, settle_new(7, was, {}));
      CHECK(roster.stays(3, roster.coded(record)) == (was == record));
    }
}

TEST_CASE("a row that a verdict says all of is told whole, and no other is told") {
  std::size_t told = 0;
  for (auto const& state : states()) {
    Roster roster;
    roster.set(2, state);
    auto const found = roster.by_verdict(2, state.show_id);
    bool const more = state.retries > 0 || state.waiting_since || state.word;
    CHECK(found.has_value() == !more);
    if (!found) continue;
    ++told;
    auto expected = state;
    expected.changed = 0;
    CHECK(*found == expected);
  }
  CHECK(told > 50);
}

TEST_CASE("shows are counted by what has become of them") {
  Roster roster;
  roster.set(0, {.show_id = 1, .status = Status::filtered});
  roster.set(5, {.show_id = 6, .status = Status::filtered, .in_library = true});
  roster.set(1, {.show_id = 2, .status = Status::pending});
  roster.set(1, {.show_id = 2, .status = Status::added});
  CHECK(roster.counts()[static_cast<std::size_t>(Status::filtered)] == 2);
  CHECK(roster.counts()[static_cast<std::size_t>(Status::pending)] == 0);
  CHECK(roster.counts()[static_cast<std::size_t>(Status::added)] == 1);
  CHECK(roster.in_library(5));
  CHECK_FALSE(roster.knows(3));
  CHECK_FALSE(roster.knows(99));
}

TEST_CASE("the rows in a status are found by the ids of their shows, but none that is gone") {
  filter::Table table;
  Roster roster;
  for (std::int64_t const id : {30, 10, 20, 40}) {
    Show show;
    show.id = id;
    table.upsert(show);
  }
  for (std::int64_t const id : {10, 20, 30})
    roster.set(*table.find(id), {.show_id = id, .status = Status::review});
  roster.set(*table.find(20), {.show_id = 20, .status = Status::pending});
  CHECK(rows_in(Status::review, table, roster) ==
        std::vector<std::uint32_t>{static_cast<std::uint32_t>(*table.find(10)),
                                   static_cast<std::uint32_t>(*table.find(30))});
  table.remove(10);
  CHECK(rows_in(Status::review, table, roster).size() == 1);
  CHECK(rows_in(Status::failed, table, roster).empty());
}

}  // namespace
}  // namespace sievarr::adding
