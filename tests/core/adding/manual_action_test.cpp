#include <sievarr/adding/manual_action.hpp>

#include <sievarr/adding/conclude.hpp>

#include "records.hpp"

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

using namespace std::chrono_literals;

ShowState done(ShowState const& row, ManualAction action, VerdictRecord const& record) {
  auto next = by_hand(row, action, record, noon);
  REQUIRE(next);
  return *std::move(next);
}

TEST_CASE("what is approved is takes, and stays so when it is judged again") {
  auto const in_review = settle_new(7, doubts, {.now = noon - 24h});
  auto const approved = done(in_review, ManualAction::approve, doubts);
  CHECK(approved.status == Status::pending);
  CHECK(approved.word == Override::approved);
  CHECK(approved.selection == "old");
  CHECK(approved.changed == in_seconds(noon));
  for (auto const& record : {takes, refuses, doubts})
    CHECK(settle(approved, record, {.now = noon}).status == Status::pending);
  CHECK(settle(approved, forbids, {.now = noon}).status == Status::filtered);
}

TEST_CASE("an approval that never forbids is no approval") {
  CHECK(done(with(Status::review), ManualAction::approve, forbids).status == Status::filtered);
}

TEST_CASE("what is rejected or skipped is never added, until a person says so") {
  auto const rejected = done(with(Status::review), ManualAction::reject, doubts);
  CHECK(rejected.status == Status::skipped);
  CHECK(settle(rejected, takes, {.now = noon}) == rejected);
  CHECK(done(with(Status::failed), ManualAction::skip, takes).status == Status::skipped);

  CHECK(done(rejected, ManualAction::unskip, doubts).status == Status::review);
  CHECK(done(rejected, ManualAction::unskip, takes).status == Status::pending);
  auto const back = done(rejected, ManualAction::unskip, refuses);
  CHECK(back.status == Status::filtered);
  CHECK(back.category == Category::genre);
  CHECK_FALSE(back.word);
}

TEST_CASE("what was refused, not found, or added is tried again as if it was new") {
  auto refused = with(Status::failed);
  refused.error = "invalid profile";
  refused.failed_route = "r1";
  auto const again = done(refused, ManualAction::retry, takes);
  CHECK(again.status == Status::pending);
  CHECK_FALSE(again.error);
  CHECK_FALSE(again.failed_route);

  auto given_up = with(Status::pending_tvdb);
  given_up.abandoned = true;
  given_up.retries = 52;
  given_up.waiting_since = noon - 24h * 400;
  CHECK(done(given_up, ManualAction::retry, takes).status == Status::pending);
  auto const waits = done(given_up, ManualAction::retry, lacks_id);
  CHECK(waits.status == Status::pending_tvdb);
  CHECK(waits.waiting_since == noon);
  CHECK_FALSE(waits.abandoned);

  auto added = with(Status::added);
  added.added = noon - 24h;
  added.series_id = 12;
  auto const anew = done(added, ManualAction::retry, takes);
  CHECK(anew.status == Status::pending);
  CHECK_FALSE(anew.added);
  CHECK_FALSE(anew.series_id);
}

TEST_CASE("what is put off for later stays in review, and is asked again when something changes") {
  auto const later = done(settle_new(7, doubts, {.now = noon - 24h}), ManualAction::later, doubts);
  CHECK(later.status == Status::review);
  CHECK(later.later_until == noon + 30 * 24h);
  CHECK_FALSE(later.word);
  CHECK(settle(later, doubts, {.now = noon, .updated = true}) == later);

  auto another = doubts;
  another.selection = "young";
  CHECK_FALSE(settle(later, another, {.now = noon}).later_until);
  for (auto const& record : {takes, refuses, lacks_id}) {
    auto const next = settle(later, record, {.now = noon});
    CHECK(next.status != Status::review);
    CHECK_FALSE(next.later_until);
    CHECK_FALSE(settle(next, doubts, {.now = noon}).later_until);
  }
  CHECK(asked_again(later, noon + 30 * 24h - 1s) == later);
  CHECK_FALSE(asked_again(later, noon + 30 * 24h).later_until);
}

TEST_CASE("what was put off for later can be decided at once, in every way") {
  auto const later = done(with(Status::review), ManualAction::later, doubts);
  CHECK(done(later, ManualAction::approve, doubts).status == Status::pending);
  CHECK(done(later, ManualAction::reject, doubts).status == Status::skipped);
  for (auto const action : {ManualAction::approve, ManualAction::reject, ManualAction::undo})
    CHECK_FALSE(done(later, action, doubts).later_until);
}

TEST_CASE("each decision is taken back to review, as if nobody had decided") {
  auto const asked = settle_new(7, doubts, {.now = noon});
  for (auto const action :
       {ManualAction::approve, ManualAction::reject, ManualAction::skip, ManualAction::later}) {
    CAPTURE(reflect::word_of(action));
    CHECK(done(done(asked, action, doubts), ManualAction::undo, doubts) == asked);
  }
  // The filter may have turned since.
  CHECK(done(done(asked, ManualAction::reject, doubts), ManualAction::undo, refuses).status ==
        Status::filtered);
}

TEST_CASE("what was added, or what nobody decided about, is not taken back") {
  auto added = with(Status::added);
  added.word = Override::approved;
  auto const there = by_hand(added, ManualAction::undo, doubts, noon);
  REQUIRE_FALSE(there);
  CHECK(there.error().text == "it is added already");
  auto const undecided = by_hand(with(Status::review), ManualAction::undo, doubts, noon);
  REQUIRE_FALSE(undecided);
  CHECK(undecided.error().text == "it is in review, and nobody decided about it");
}

TEST_CASE("an action that makes no sense says why, and what to do instead") {
  struct Case {
    Status status;
    ManualAction action;
    std::string text;
    std::string hint;
  };
  for (auto const& [status, action, text, hint] : {
           Case{Status::filtered, ManualAction::approve, "it is filtered, not in review",
                "sievarr why 7 says what the filter makes of it"},
           Case{Status::pending, ManualAction::reject, "it is pending, not in review",
                "to keep it out for good: sievarr skip 7"},
           Case{Status::added, ManualAction::skip, "it is added already",
                "remove it there, and it is not added again"},
           Case{Status::review, ManualAction::unskip, "it is in review, not skipped",
                "there is nothing to take back"},
           Case{Status::skipped, ManualAction::retry, "it is skipped",
                "let it in again first: sievarr unskip 7"},
           Case{Status::filtered, ManualAction::retry,
                "it is filtered, so there is nothing to try again",
                "sievarr why 7 says what the filter makes of it"},
       }) {
    auto const refused = by_hand(with(status), action, takes, noon);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text == text);
    CHECK(refused.error().hint == hint);
  }
}

TEST_CASE("doing the same twice changes nothing the second time") {
  for (auto const action : {ManualAction::approve, ManualAction::reject, ManualAction::skip}) {
    auto const once = done(with(Status::review), action, doubts);
    CHECK(done(once, action, doubts) == once);
    auto const later = by_hand(once, action, doubts, noon + 24h);
    REQUIRE(later);
    CHECK(*later == once);
  }
}

}  // namespace
}  // namespace sievarr::adding
