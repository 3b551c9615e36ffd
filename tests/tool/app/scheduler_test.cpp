#include "app/jobs/scheduler.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace sievarr::app {
namespace {

using namespace std::chrono_literals;

TEST_CASE("the first run is due at once when there never was one") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  CHECK(scheduler.next() == clock.now());
  CHECK(scheduler.begin());
}

TEST_CASE("after a restart the grid of the last run goes on") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  scheduler.remember(clock.now() - 2h);
  CHECK_FALSE(scheduler.begin());
  CHECK(scheduler.next() == clock.now() + 4h);
}

TEST_CASE("runs do not drift, however long they take") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  auto const first = clock.now();
  for (int run = 0; run < 100; ++run) {
    CAPTURE(run);
    clock.advance(scheduler.next() - clock.now());
    CHECK((clock.now() - first) % 6h == 0h);
    REQUIRE(scheduler.begin());
    clock.advance(17min);
    scheduler.end();
  }
}

TEST_CASE("runs that were missed are made up for once") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  REQUIRE(scheduler.begin());
  scheduler.end();
  clock.advance(50h);
  REQUIRE(scheduler.begin());
  scheduler.end();
  CHECK_FALSE(scheduler.begin());
  CHECK(scheduler.next() - clock.now() == 4h);
}

TEST_CASE("one run at a time: who asks while one is under way is told so") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  REQUIRE(scheduler.begin());
  CHECK_FALSE(scheduler.ask());
  CHECK_FALSE(scheduler.begin());
  scheduler.end();
  CHECK(scheduler.ask());
  CHECK_FALSE(scheduler.ask());
  CHECK(scheduler.begin());
}

TEST_CASE("whoever occupies it keeps runs away") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  CHECK(scheduler.occupy());
  CHECK_FALSE(scheduler.occupy());
  CHECK_FALSE(scheduler.begin());
  scheduler.end();
  CHECK(scheduler.begin());
}

TEST_CASE("a clock that was set back does not make the program wait for days") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  REQUIRE(scheduler.begin());
  scheduler.end();
  clock.advance(-10 * 24h);
  CHECK(scheduler.next() - clock.now() <= 6h);
}

TEST_CASE("another interval counts from now on") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  REQUIRE(scheduler.begin());
  scheduler.end();
  scheduler.change(1h);
  CHECK(scheduler.next() - clock.now() == 1h);
}

TEST_CASE("whoever waits is woken by time, by a wish and by the end") {
  test::HouseClock clock;
  Scheduler scheduler(clock, 6h);
  REQUIRE(scheduler.begin());
  scheduler.end();
  std::stop_source stop;
  std::atomic<int> runs = 0;
  std::jthread const waiting([&] {
    while (scheduler.await(stop.get_token())) {
      ++runs;
      scheduler.end();
      runs.notify_all();
    }
  });
  clock.advance(6h);
  scheduler.look();
  runs.wait(0);
  CHECK(runs == 1);
  CHECK(scheduler.ask());
  runs.wait(1);
  CHECK(runs == 2);
  stop.request_stop();
}

}  // namespace
}  // namespace sievarr::app
