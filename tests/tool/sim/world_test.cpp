#include "../support/fake_clock.hpp"

#include "os/fast_clock.hpp"
#include "sim/world.hpp"

#include <sievarr/sample/catalogue.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <vector>

namespace sievarr::sim {
namespace {

using std::chrono::hours;
using test::FakeClock;

constexpr Pace busy{.updates = 240, .arrivals = 24, .departures = 12};

std::vector<Show> all(World& world) {
  std::vector<Show> shows;
  for (std::int64_t number = 0;; ++number) {
    auto const page = world.page(number, world.now());
    if (!page) return shows;
    shows.insert(shows.end(), page->begin(), page->end());
  }
}

}  // namespace

TEST_CASE("a still world is the catalogue of its seed, whenever one looks") {
  FakeClock clock;
  clock.advance(hours{24 * 365 * 60});
  World world({.seed = 7, .shows = 600}, clock);
  auto wanted = sample::shows(7, 600);
  auto const before = all(world);
  clock.advance(hours{24 * 40});

  CHECK(all(world) == before);
  REQUIRE(before.size() == 600);
  for (std::size_t at = 0; at < before.size(); ++at) {
    wanted[at].updated = before[at].updated;
    CHECK(before[at] == wanted[at]);
  }
  for (auto const& show : before) CHECK(Instant{std::chrono::seconds{show.updated}} < clock.now());
}

TEST_CASE("a page has the shows of its ids, and there is none beyond the last") {
  FakeClock clock;
  World world({.shows = 600}, clock);

  for (std::int64_t number = 0; number < 2; ++number) {
    auto const page = world.page(number, clock.now());
    REQUIRE(page);
    for (auto const& show : *page) CHECK(show.id / 250 == number);
  }
  CHECK_FALSE(world.page(3, clock.now()));
  CHECK_FALSE(world.page(-1, clock.now()));
  CHECK_FALSE(world.page(1'000'000'000'000, clock.now()));
}

TEST_CASE("shows are updated, come and go as time passes, the same in every run") {
  auto const lived = [](hours step) {
    FakeClock clock;
    World world({.shows = 500, .pace = busy}, clock);
    for (hours passed{0}; passed < hours{48}; passed += step) {
      clock.advance(step);
      world.updates({}, clock.now());
    }
    return all(world);
  };
  auto const hourly = lived(hours{1});

  CHECK(hourly == lived(hours{48}));
  std::set<std::int64_t> ids;
  for (auto const& show : hourly) ids.insert(show.id);
  CHECK(ids.size() == 500 + 2 * busy.arrivals - 2 * busy.departures);
  CHECK(*ids.rbegin() > 520);
}

TEST_CASE("the map names what changed, and everything in it can be had") {
  FakeClock clock;
  World world({.shows = 500, .pace = busy}, clock);
  auto const since = clock.now() + hours{1};
  clock.advance(hours{25});

  auto const changed = world.updates(since, clock.now());

  CHECK(changed.size() > 100);
  CHECK(changed.size() <= busy.updates + busy.arrivals);
  for (auto const& [id, updated] : changed) {
    auto const show = world.show(id);
    REQUIRE(show);
    CHECK(show->updated == updated);
  }
}

TEST_CASE("what was a while ago can still be seen") {
  FakeClock clock;
  World world({.shows = 300, .pace = busy}, clock);
  clock.advance(hours{5});
  auto const then = clock.now();
  auto const before = all(world);
  auto const map = world.updates({}, then);
  clock.advance(hours{20});

  CHECK(all(world) != before);
  std::vector<Show> again;
  for (std::int64_t number = 0; auto const page = world.page(number, then); ++number)
    again.insert(again.end(), page->begin(), page->end());
  CHECK(again == before);
  CHECK(world.updates({}, then) == map);
  for (auto const& show : before) CHECK(world.show(show.id, then) == show);
}

TEST_CASE("a test can make, change and take away a show") {
  FakeClock clock;
  World world({.shows = 10}, clock);
  world.put({.id = 1000, .title = "Mine", .tvdb_id = 42, .rating = 9.5});

  REQUIRE(world.show(1000));
  CHECK(world.show(1000)->title == "Mine");
  CHECK(world.show(1000)->updated == 365 * 86'400);
  CHECK(world.with_tvdb(42)->id == 1000);
  CHECK(world.page(4, clock.now())->size() == 1);
  CHECK(world.page(2, clock.now())->empty());

  clock.advance(hours{1});
  world.touch(1000);
  CHECK(world.show(1000)->title == "Mine");
  CHECK(world.show(1000)->updated == 365 * 86'400 + 3600);
  CHECK(world.show(1000, clock.now() - hours{1})->rating == 9.5);

  world.remove(1000);
  CHECK_FALSE(world.show(1000));
  CHECK_FALSE(world.page(4, clock.now()));
  CHECK(world.with_tvdb(42));
}

TEST_CASE("a clock that jumps far, or back, does no harm") {
  FakeClock clock;
  World world({.shows = 300, .pace = busy}, clock);
  clock.advance(hours{24 * 365 * 50});
  auto const far = all(world);
  CHECK(far.size() > 300);

  clock.advance(-hours{24 * 365 * 20});
  CHECK(all(world).size() == far.size());
  CHECK(world.show(far.front().id));
}

TEST_CASE("a world as large as the real one has all its shows, and gives any of them") {
  FakeClock clock;
  World world({.seed = 3, .shows = 90'000, .pace = lifelike(90'000)}, clock);
  clock.advance(hours{24 * 7});

  auto const map = world.updates({}, clock.now());
  CHECK(map.size() == 90'000 + 7 * 31 - 7 * 4);
  auto const of_the_week = world.updates(clock.now() - hours{24 * 7}, clock.now());
  CHECK(of_the_week.size() > 8'000);
  CHECK(of_the_week.size() < 7 * 1'532);
  auto const last = world.page(map.back().id / World::page_size, clock.now());
  REQUIRE(last);
  CHECK(last->back().id == map.back().id);
  CHECK(last->back().updated == map.back().updated);
}

TEST_CASE("time passes faster on a fast clock") {
  FakeClock slow;
  os::FastClock fast(slow, 100);
  auto const began = fast.now();

  CHECK(fast.sleep(std::chrono::milliseconds{150}));

  CHECK(slow.slept == std::vector{std::chrono::milliseconds{2}});
  CHECK(fast.now() - began == std::chrono::milliseconds{200});
}

}  // namespace sievarr::sim
