#include "app/operations/manual.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sievarr::test {
namespace {

using adding::ManualAction;
using adding::Status;

constexpr auto with_review = R"(
dry_run: false
selections:
  - {name: good, rating: {min: 7}, mode: review}
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p}
)";

std::vector<std::int64_t> shows_that_are(TestWorld& home, Status status) {
  std::vector<std::int64_t> ids;
  for (auto const& row : home.rows())
    if (row.status == status) ids.push_back(row.show_id);
  return ids;
}

app::ManualResult only(std::vector<app::ManualResult> const& handled) {
  REQUIRE(handled.size() == 1);
  return handled.front();
}

}  // namespace

TEST_CASE("what a person approves is added by the next cycle, what is rejected never") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  CHECK(home.added() == 0);
  auto const waiting = shows_that_are(home, Status::review);
  REQUIRE(waiting.size() > 3);

  auto const approved = home.handle({ManualAction::approve, {waiting[0], waiting[1]}});
  REQUIRE(approved);
  CHECK(approved->size() == 2);
  CHECK(approved->front().was == Status::review);
  CHECK(approved->front().became == Status::pending);
  REQUIRE(home.handle({ManualAction::reject, {waiting[2]}}));
  REQUIRE(home.live());
  CHECK(home.added() == 2);
  CHECK(shows_that_are(home, Status::added).size() == 2);

  // Also when everything is judged anew, by a filter that wants none of it.
  home.configure(
      std::string(with_review).replace(std::string(with_review).find("min: 7"), 6, "min: 9.9"));
  REQUIRE(home.live());
  auto const skipped = shows_that_are(home, Status::skipped);
  CHECK(std::count(skipped.begin(), skipped.end(), waiting[2]) == 1);
  CHECK(home.added() == 2);
}

TEST_CASE("what was approved goes where its selection wanted it, whatever the filter says now") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  auto const waiting = shows_that_are(home, Status::review);
  REQUIRE(home.handle({ManualAction::approve, {waiting.front()}}));
  home.configure(
      std::string(with_review).replace(std::string(with_review).find("min: 7"), 6, "min: 9.9"));
  REQUIRE(home.live());
  CHECK(home.added() == 1);
}

TEST_CASE("what was added and deleted there is added again only when a person says so") {
  TestWorld home(60);
  REQUIRE(home.live());
  auto const added = shows_that_are(home, Status::added);
  REQUIRE_FALSE(added.empty());
  auto const posts = home.sonarr().posts().size();
  REQUIRE(home.handle({ManualAction::retry, {added.front()}}));
  REQUIRE(home.live());
  // It is still there, so it is not posted again.
  CHECK(home.sonarr().posts().size() >= posts);
  auto const is_there = shows_that_are(home, Status::exists);
  CHECK(std::count(is_there.begin(), is_there.end(), added.front()) == 1);
}

TEST_CASE("each show is answered for, and what makes no sense stops nothing else") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  auto const waiting = shows_that_are(home, Status::review);
  auto const handled = home.handle({ManualAction::approve, {99'999, waiting.front()}});
  REQUIRE(handled);
  REQUIRE(handled->size() == 2);
  CHECK(handled->front().became == Status::pending);
  CHECK(handled->back().error == "there is no such show in the catalogue");

  auto const again = only(*home.handle({ManualAction::approve, {waiting.front()}}));
  CHECK_FALSE(again.error);
  CHECK(again.was == again.became);
}

TEST_CASE("who put a show off is asked about it again after 30 days, and not before") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  auto const show = shows_that_are(home, Status::review).front();
  auto const is_put_off = [&] {
    auto const rows = home.rows();
    return std::any_of(rows.begin(), rows.end(), [&](auto const& row) {
      return row.show_id == show && row.later_until.has_value();
    });
  };
  CHECK_FALSE(only(*home.handle({ManualAction::later, {show}})).error);
  CHECK(is_put_off());
  home.clock().advance(std::chrono::hours{29 * 24});
  REQUIRE(home.live());
  CHECK(is_put_off());
  home.clock().advance(std::chrono::hours{24});
  REQUIRE(home.live());
  CHECK_FALSE(is_put_off());
  CHECK(home.added() == 0);
}

TEST_CASE("an approval is taken back before the next cycle, and then nothing is added") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  auto const waiting = shows_that_are(home, Status::review);
  REQUIRE(home.handle({ManualAction::approve, waiting}));
  auto const undone = home.handle({ManualAction::undo, waiting});
  REQUIRE(undone);
  for (auto const& each : *undone) CHECK(each.became == Status::review);
  REQUIRE(home.live());
  CHECK(home.added() == 0);
  CHECK(shows_that_are(home, Status::review) == waiting);
}

TEST_CASE("what a person did is remembered") {
  TestWorld home(60, with_review);
  REQUIRE(home.live());
  auto const show = shows_that_are(home, Status::review).front();
  for (auto const action : {ManualAction::reject, ManualAction::unskip, ManualAction::approve})
    CHECK_FALSE(only(*home.handle({action, {show}})).error);
  CHECK_FALSE(only(*home.handle({ManualAction::approve, {show}})).error);
  auto const changes = home.manual_changes(show);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].deed == ManualAction::reject);
  CHECK(changes[1].became == Status::review);
  CHECK(changes[2].became == Status::pending);
}

}  // namespace sievarr::test
