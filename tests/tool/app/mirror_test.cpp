#include "../store/opened.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

/// What the mirror knows after many cycles, and what it asks for when TVMaze is ill.
namespace sievarr::test {
namespace {

using namespace std::chrono_literals;

bool is_known_to_be_gone(TestWorld const& home, std::int64_t show_id) {
  auto database = store::opened(home.path());
  auto const absences = store::Mirror(database).absences();
  REQUIRE(absences);
  return std::any_of(absences->begin(), absences->end(),
                     [&](auto const& each) { return each.show_id == show_id && each.gone; });
}

bool is_as_in(sim::World& world, TestWorld const& home, std::int64_t show_id) {
  auto database = store::opened(home.path());
  auto const stored = store::Shows(database).find(show_id);
  REQUIRE(stored);
  return *stored == world.show(show_id);
}

}  // namespace

TEST_CASE("a show that vanishes from TVMaze is found to be gone within a week of daily cycles") {
  TestWorld home(60);
  REQUIRE(home.live());
  home.world().remove(17);

  for (int day = 1; day <= 7; ++day) {
    home.clock().advance(24h);
    REQUIRE(home.live());
  }

  CHECK(is_known_to_be_gone(home, 17));
  CHECK_FALSE(is_known_to_be_gone(home, 18));
}

TEST_CASE("a TVMaze that fails for show after show is left alone before all were asked for") {
  TestWorld home(300);
  REQUIRE(home.live());
  home.clock().advance(1h);
  for (std::int64_t id = 1; id <= 200; ++id) home.world().touch(id);
  home.tvmaze().faults().inject(
      {.harm = sim::Says{.status = 404}, .kind = sim::Kind::page, .times = sim::Fault::for_ever});
  home.tvmaze().faults().inject(
      {.harm = sim::Says{.status = 403}, .kind = sim::Kind::show, .times = sim::Fault::for_ever});
  auto const before = home.tvmaze().calls().count(sim::Kind::show);

  home.clock().advance(1h);
  auto const report = home.live();

  REQUIRE(report);
  CHECK(report->cycle.error);
  CHECK(home.tvmaze().calls().count(sim::Kind::show) - before < 20);
  home.tvmaze().faults().clear();
  home.settle(2);
  for (std::int64_t id = 1; id <= 200; ++id) CHECK(is_as_in(home.world(), home, id));
}

TEST_CASE("what TVMaze changes while a cycle takes days is asked for by the next one") {
  TestWorld home(60);
  REQUIRE(home.live());
  home.clock().advance(6h);
  home.world().touch(1);
  home.world().touch(2);
  home.tvmaze().faults().inject({.harm = sim::Meanwhile{[&] {
                                   home.clock().advance(1h);
                                   home.world().touch(30);
                                   home.clock().advance(72h);
                                 }},
                                 .kind = sim::Kind::page});
  REQUIRE(home.live());

  home.clock().advance(1h);
  REQUIRE(home.live());

  CHECK(home.tvmaze().faults().struck() == 1);
  CHECK(is_as_in(home.world(), home, 30));
}

}  // namespace sievarr::test
