#include <sievarr/decide/by_hand.hpp>

#include <doctest/doctest.h>

namespace sievarr::decide {
namespace {

using filter::Category;
using filter::Verdict;
using namespace std::chrono_literals;

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 31} + 12h};

Wish const wanted{.verdict = Verdict::add, .selection = "new", .instance = "main", .route = "r1"};
Wish const unwanted{.verdict = Verdict::filtered, .category = Category::genre};
Wish const doubtful{.verdict = Verdict::review, .selection = "old", .instance = "main"};
Wish const nameless{.verdict = Verdict::no_tvdb, .selection = "new", .instance = "main"};
Wish const forbidden{.verdict = Verdict::filtered, .category = Category::never};

Processing with(Status status) { return {.show_id = 7, .status = status}; }

Processing done(Processing const& row, Deed deed, Wish const& wish) {
  auto next = by_hand(row, deed, wish, noon);
  REQUIRE(next);
  return *std::move(next);
}

TEST_CASE("what is approved is wanted, and stays so when it is judged again") {
  auto const in_review = settle_new(7, doubtful, {.now = noon - 24h});
  auto const approved = done(in_review, Deed::approve, doubtful);
  CHECK(approved.status == Status::pending);
  CHECK(approved.word == Word::approved);
  CHECK(approved.selection == "old");
  CHECK(approved.changed == in_seconds(noon));
  for (auto const& wish : {wanted, unwanted, doubtful})
    CHECK(settle(approved, wish, {.now = noon}).status == Status::pending);
  CHECK(settle(approved, forbidden, {.now = noon}).status == Status::filtered);
}

TEST_CASE("an approval that never forbids is no approval") {
  CHECK(done(with(Status::review), Deed::approve, forbidden).status == Status::filtered);
}

TEST_CASE("what is rejected or skipped is never added, until a person says so") {
  auto const rejected = done(with(Status::review), Deed::reject, doubtful);
  CHECK(rejected.status == Status::skipped);
  CHECK(settle(rejected, wanted, {.now = noon}) == rejected);
  CHECK(done(with(Status::failed), Deed::skip, wanted).status == Status::skipped);

  CHECK(done(rejected, Deed::unskip, doubtful).status == Status::review);
  CHECK(done(rejected, Deed::unskip, wanted).status == Status::pending);
  auto const back = done(rejected, Deed::unskip, unwanted);
  CHECK(back.status == Status::filtered);
  CHECK(back.category == Category::genre);
  CHECK_FALSE(back.word);
}

TEST_CASE("what was refused, not found, or added is tried again as if it was new") {
  auto refused = with(Status::failed);
  refused.error = "invalid profile";
  refused.failed_route = "r1";
  auto const again = done(refused, Deed::retry, wanted);
  CHECK(again.status == Status::pending);
  CHECK_FALSE(again.error);
  CHECK_FALSE(again.failed_route);

  auto given_up = with(Status::pending_tvdb);
  given_up.abandoned = true;
  given_up.retries = 52;
  given_up.waiting_since = noon - 24h * 400;
  CHECK(done(given_up, Deed::retry, wanted).status == Status::pending);
  auto const waits = done(given_up, Deed::retry, nameless);
  CHECK(waits.status == Status::pending_tvdb);
  CHECK(waits.waiting_since == noon);
  CHECK_FALSE(waits.abandoned);

  auto added = with(Status::added);
  added.added = noon - 24h;
  added.series_id = 12;
  auto const anew = done(added, Deed::retry, wanted);
  CHECK(anew.status == Status::pending);
  CHECK_FALSE(anew.added);
  CHECK_FALSE(anew.series_id);
}

TEST_CASE("a deed that makes no sense says why, and what to do instead") {
  struct Case {
    Status status;
    Deed deed;
    std::string text;
    std::string hint;
  };
  for (auto const& [status, deed, text, hint] : {
           Case{Status::filtered, Deed::approve, "it is filtered, not in review",
                "sievarr why 7 says what the filter makes of it"},
           Case{Status::pending, Deed::reject, "it is pending, not in review",
                "to keep it out for good: sievarr skip 7"},
           Case{Status::added, Deed::skip, "it is added already",
                "remove it there, and it is not added again"},
           Case{Status::review, Deed::unskip, "it is in review, not skipped",
                "there is nothing to take back"},
           Case{Status::skipped, Deed::retry, "it is skipped",
                "let it in again first: sievarr unskip 7"},
           Case{Status::filtered, Deed::retry, "it is filtered, so there is nothing to try again",
                "sievarr why 7 says what the filter makes of it"},
       }) {
    auto const refused = by_hand(with(status), deed, wanted, noon);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text == text);
    CHECK(refused.error().hint == hint);
  }
}

TEST_CASE("doing the same twice changes nothing the second time") {
  for (auto const deed : {Deed::approve, Deed::reject, Deed::skip}) {
    auto const once = done(with(Status::review), deed, doubtful);
    CHECK(done(once, deed, doubtful) == once);
    auto const later = by_hand(once, deed, doubtful, noon + 24h);
    REQUIRE(later);
    CHECK(*later == once);
  }
}

}  // namespace
}  // namespace sievarr::decide
