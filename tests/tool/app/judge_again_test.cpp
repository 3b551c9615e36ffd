#include "../support/faulty_disk.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <string>

/// What makes a cycle judge again what is stored, and what is left when that is cut off.
namespace sievarr::test {
namespace {

using adding::Status;
using namespace std::chrono_literals;

std::string with_selections(std::string const& selections, std::string const& sync = "{}") {
  return "dry_run: false\nsync: " + sync + "\nselections: [" + selections +
         "]\nsonarr: {url: \"http://sonarr\", api_key: 0123456789abcdef0123456789abcdef, "
         "root_folder: /tv, quality_profile: HD-1080p}\n";
}

std::size_t waiting_to_be_added(TestWorld& home) {
  auto const statuses = home.statuses();
  return static_cast<std::size_t>(
      std::count_if(statuses.begin(), statuses.end(),
                    [](auto const& each) { return each.second == Status::pending; }));
}

}  // namespace

TEST_CASE("a show that was refused for its folder is tried again when the Sonarr gets another") {
  auto const config = with_selections("{name: good, rating: {min: 7}}");
  TestWorld home(60, config);
  home.sonarr().faults().inject(
      {.harm = sim::Says{.status = 400,
                         .body = R"([{"propertyName":"RootFolderPath","errorMessage":"is full"}])",
                         .content_type = "application/json"},
       .kind = sim::Kind::add,
       .times = sim::Fault::for_ever});
  auto const refused = home.live();
  REQUIRE(refused);
  REQUIRE(refused->totals.refused > 0);
  home.sonarr().faults().clear();
  home.clock().advance(7h);
  auto const same = home.live();
  REQUIRE(same);
  CHECK(same->proposal.adds.empty());

  auto elsewhere = config;
  elsewhere.replace(elsewhere.find("/tv"), 3, "/anime");
  home.configure(elsewhere);
  auto const again = home.live();

  REQUIRE(again);
  CHECK(again->totals.added == refused->totals.refused);
  for (auto const& series : home.sonarr().shelf().series) CHECK(series.path.starts_with("/anime/"));
}

TEST_CASE("where a filter speaks of today, each day judges what is stored by itself") {
  auto const config = with_selections("{name: aired, premiered: {before: today}}");
  TestWorld home(60, config);
  home.config().dry_run = true;
  REQUIRE(home.live());
  auto const before = waiting_to_be_added(home);

  home.clock().advance(std::chrono::hours{24 * 365 * 40});
  home.configure(config);
  home.config().dry_run = true;
  auto const report = home.live();

  REQUIRE(report);
  CHECK(report->cycle.judged == 60);
  CHECK(waiting_to_be_added(home) > before);
}

TEST_CASE("where a filter speaks of no day, nothing is judged again because a day has passed") {
  TestWorld home(60);
  REQUIRE(home.live());
  home.clock().advance(48h);
  home.configure(TestWorld::usual);
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->cycle.judged == 0);
}

TEST_CASE("a failure while everything is judged again lets nothing past that is to be held") {
  TestWorld home(1500, with_selections("{name: none, rating: {min: 10}}"));
  REQUIRE(home.live());
  auto const before = waiting_to_be_added(home);
  home.configure(with_selections("{name: all, popularity: {min: 0}}", "{hold_above: 1000}"));
  FaultyDisk disk;
  // Each life fails a little later, until one judges all of it.
  for (int n = 1; waiting_to_be_added(home) == before; n += 20) {
    CAPTURE(n);
    REQUIRE(n < 10'000);
    disk.fail_from(n, SQLITE_IOERR);
    static_cast<void>(home.live());
    disk.work();
  }
  CHECK(waiting_to_be_added(home) > 1000);

  home.clock().advance(7h);
  auto const report = home.live();

  REQUIRE(report);
  CHECK(report->proposal.adds.empty());
  CHECK(home.added() == 0);
  REQUIRE_FALSE(report->proposal.waiting.empty());
  auto const held = [](auto const& each) { return each.cause == adding::Cause::held; };
  CHECK(std::any_of(report->proposal.waiting.begin(), report->proposal.waiting.end(), held));
}

}  // namespace sievarr::test
