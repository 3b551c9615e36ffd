#include <sievarr/adding/settle.hpp>

#include "records.hpp"

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

using namespace std::chrono_literals;

TEST_CASE("a new show becomes what its verdict says") {
  CHECK(settle_new(7, takes, {noon}).status == Status::pending);
  CHECK(settle_new(7, doubts, {noon}).status == Status::review);
  auto const rejected = settle_new(7, refuses, {noon});
  CHECK(rejected.status == Status::filtered);
  CHECK(rejected.category == Category::genre);
  CHECK(rejected.changed == in_seconds(noon));
  auto const waits = settle_new(7, lacks_id, {noon});
  CHECK(waits.status == Status::pending_tvdb);
  CHECK(waits.waiting_since == noon);
}

TEST_CASE("no verdict and no update touches what was added, was there, or was skipped") {
  for (auto const status : {Status::added, Status::exists, Status::skipped})
    for (auto const& record : {takes, refuses, doubts, lacks_id}) {
      auto was = with(status);
      was.series_id = 12;
      was.added = noon;
      was.instance = "other";
      CHECK(settle(was, record, {.now = noon + 24h, .updated = true, .other_id = true}) == was);
    }
}

TEST_CASE("a filtered show that is wanted now waits to be added, and the other way round") {
  auto const now_wanted = settle(settle_new(7, refuses, {noon}), takes, {noon + 1h});
  CHECK(now_wanted.status == Status::pending);
  CHECK_FALSE(now_wanted.category);
  CHECK(now_wanted.selection == "new");
  auto const no_more = settle(now_wanted, refuses, {noon + 2h});
  CHECK(no_more.status == Status::filtered);
  CHECK_FALSE(no_more.selection);
  CHECK_FALSE(no_more.instance);
}

TEST_CASE("a row that stays what it is keeps the time of its last change") {
  auto const was = settle_new(7, takes, {noon});
  CHECK(settle(was, takes, {noon + 1h}) == was);
}

TEST_CASE("what a person approved stays wanted until never says otherwise") {
  auto approved = settle_new(7, doubts, {noon});
  approved.status = Status::pending;
  approved.word = Override::approved;
  CHECK(settle(approved, doubts, {noon + 1h}) == approved);
  CHECK(settle(approved, refuses, {noon + 1h}) == approved);
  VerdictRecord const never{.verdict = Verdict::filtered, .category = Category::never};
  auto const stopped = settle(approved, never, {noon + 1h});
  CHECK(stopped.status == Status::filtered);
  CHECK(settle(stopped, doubts, {noon + 2h}).status == Status::pending);
}

TEST_CASE("what an instance refused is tried again only when the show or its route changes") {
  auto failed = settle_new(7, takes, {noon});
  failed.status = Status::failed;
  failed.failed_route = takes.route;
  failed.error = "no such folder";
  CHECK(settle(failed, takes, {noon + 1h}) == failed);

  auto const updated = settle(failed, takes, {.now = noon + 1h, .updated = true});
  CHECK(updated.status == Status::pending);
  CHECK_FALSE(updated.error);

  auto elsewhere = takes;
  elsewhere.route = "r2";
  CHECK(settle(failed, elsewhere, {noon + 1h}).status == Status::pending);
}

TEST_CASE("a show that its instance cannot find waits until it is found or has another id") {
  auto unknown = settle_new(7, takes, {noon});
  unknown.status = Status::pending_tvdb;
  unknown.retries = 1;
  unknown.waiting_since = noon;
  unknown.retry_at = noon + 24h;
  CHECK(settle(unknown, takes, {.now = noon + 1h, .updated = true}) == unknown);
  CHECK(settle(unknown, takes, {.now = noon + 25h, .updated = true}) == unknown);
  auto const other = settle(unknown, takes, {.now = noon + 1h, .updated = true, .other_id = true});
  CHECK(other.status == Status::pending);
  CHECK(other.retries == 0);

  unknown.abandoned = true;
  CHECK(settle(unknown, takes, {noon + 9999h}).status == Status::pending_tvdb);
}

TEST_CASE("a show without an id keeps the time since which it waits, until an id appears") {
  auto const waits = settle_new(7, lacks_id, {noon});
  CHECK(settle(waits, lacks_id, {noon + 5h}).waiting_since == noon);
  auto const found = settle(waits, takes, {.now = noon + 5h, .updated = true, .other_id = true});
  CHECK(found.status == Status::pending);
  CHECK_FALSE(found.waiting_since);
}

}  // namespace
}  // namespace sievarr::adding
