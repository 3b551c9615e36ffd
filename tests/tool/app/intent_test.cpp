#include "../sim/running.hpp"
#include "../support/faulty_disk.hpp"
#include "store/open.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Nothing is sent that the disk does not know of, and nothing that may have been sent is taken for
/// unsent.
namespace sievarr::test {
namespace {

using adding::Status;
using namespace std::chrono_literals;

/// The series of which the disk says that they are about to be sent.
std::set<std::int64_t> intended(std::string const& path) {
  std::set<std::int64_t> ids;
  auto database = store::open_to_read(path);
  if (!database) return ids;
  auto const open = store::AddJournalTable(*database).unfinished();
  if (!open) return ids;
  for (auto const& intent : *open) ids.insert(intent.tvdb_id);
  return ids;
}

adding::Intent only_open(std::string const& path) {
  auto database = store::open_to_read(path);
  REQUIRE(database);
  auto const open = store::AddJournalTable(*database).unfinished();
  REQUIRE(open);
  REQUIRE(open->size() == 1);
  return open->front();
}

std::size_t how_many_are(TestWorld& home, Status status) {
  auto const statuses = home.statuses();
  return static_cast<std::size_t>(std::count_if(
      statuses.begin(), statuses.end(), [&](auto const& each) { return each.second == status; }));
}

/// Does something each time that a series is posted, before anything is answered.
void at_each_post(TestWorld& home, std::function<void()> action) {
  home.sonarr().faults().inject({.harm = sim::Meanwhile{std::move(action)},
                                 .kind = sim::Kind::add,
                                 .times = sim::Fault::for_ever});
}

}  // namespace

TEST_CASE("whoever is asked to add a series was promised on disk before") {
  TestWorld home(60);
  std::vector<std::set<std::int64_t>> promised;
  at_each_post(home, [&] { promised.push_back(intended(home.path())); });

  REQUIRE(home.live());

  auto const posts = home.sonarr().calls().all(sim::Kind::add);
  REQUIRE(posts.size() == 5);
  REQUIRE(promised.size() == 5);
  for (std::size_t at = 0; at < posts.size(); ++at) {
    auto const posted = to_integer(value_in(posts[at].request.body, "tvdbId")).value_or(0);
    CHECK(promised[at] == std::set<std::int64_t>{posted});
  }
  CHECK(intended(home.path()).empty());
}

TEST_CASE("what cannot be written down is not sent, and is sent when it can be") {
  TestWorld home(60);
  FaultyDisk disk;
  home.sonarr().faults().inject(
      {.harm = sim::Meanwhile{[&] { disk.fail_from(1, SQLITE_FULL); }}, .kind = sim::Kind::lookup});

  static_cast<void>(home.live());
  CHECK(disk.failed());
  CHECK(home.sonarr().calls().count(sim::Kind::add) == 0);

  disk.work();
  REQUIRE(home.live());
  CHECK(home.added() == 5);
}

TEST_CASE("a POST of which no whole answer came may have been heard, however it went wrong") {
  for (sim::Harm const& harm : std::vector<sim::Harm>{sim::Lost{}, sim::Late{60s}, sim::Breaks{}}) {
    CAPTURE(harm.index());
    TestWorld home(60);
    home.sonarr().faults().inject({.harm = harm, .kind = sim::Kind::add, .first = 2});
    auto const report = home.live();
    REQUIRE(report);
    CHECK(report->totals.unknown == 1);
    CHECK(report->totals.put_off == 0);
    CHECK(intended(home.path()).size() == 1);
    CHECK(home.added() == 5);

    REQUIRE(home.live());
    CHECK(home.added() == 5);
    CHECK(how_many_are(home, Status::added) == 5);
    CHECK(how_many_are(home, Status::exists) == 0);
  }
}

TEST_CASE("wherever the disk fails behind a POST, the series is ours once it works again") {
  constexpr std::size_t few = 40;
  std::string config = TestWorld::usual;
  config.replace(config.find("cycle: 5"), 8, "cycle: 1");
  bool came = true;
  int n = 0;
  while (came) {
    ++n;
    CAPTURE(n);
    TestWorld home(few, config);
    FaultyDisk disk;
    home.sonarr().faults().inject(
        {.harm = sim::Meanwhile{[&] { disk.fail_from(n, SQLITE_IOERR); }}, .kind = sim::Kind::add});
    home.clock().advance(7h);
    static_cast<void>(home.live());
    came = disk.failed();
    disk.work();
    home.settle(2);
    CHECK(home.added() > 0);
    CHECK(how_many_are(home, Status::added) == home.added());
  }
  CHECK(n > 3);
}

TEST_CASE("an add that was surely not made and that nobody wants any more is over") {
  TestWorld home(60);
  // The request is lost on its way, so that nothing was added and nobody knows it.
  home.sonarr().faults().inject({.harm = sim::Unheard{}, .kind = sim::Kind::add});
  REQUIRE(home.live());
  auto const show = only_open(home.path()).show_id;

  REQUIRE_FALSE(home.handle({adding::ManualAction::skip, {show}})->front().error);
  REQUIRE(home.live());
  CHECK(intended(home.path()).empty());
  CHECK(home.statuses().at(show) == Status::skipped);
  auto const entries = home.journal(show);
  REQUIRE(entries.size() == 1);
  REQUIRE(entries[0].ending);
  CHECK(entries[0].ending->fate == adding::AddOutcome::put_off);
  CHECK(entries[0].ending->words == "is not there, and not wanted any more");
}

}  // namespace sievarr::test
