#include "../sim/known_harms.hpp"
#include "effort.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace sievarr::test {
namespace {

using adding::Status;
using sim::Kind;
using namespace std::chrono_literals;

constexpr std::size_t shows = 60;

/// Cycles until there is nothing left to do.
constexpr int enough = 12;

std::map<std::int64_t, Status> undisturbed() {
  TestWorld home(shows);
  home.settle(enough);
  return home.statuses();
}

std::vector<KnownHarm> harms_of_tvmaze() {
  auto harms = passing_harms();
  harms.push_back({"a timeout", sim::Late{60s}});
  harms.push_back({"nulls", sim::NullShow{.id = 7}});
  harms.push_back({"404", sim::Says{.status = 404}});
  harms.push_back({"unknown ids", sim::UnknownIds{{900, 901}}});
  return harms;
}

std::vector<KnownHarm> harms_of_sonarr() {
  auto harms = passing_harms();
  harms.push_back({"a timeout", sim::Late{60s}});
  harms.push_back({"401", sim::Says{.status = 401, .body = ""}});
  harms.push_back({"refused", sim::Says{.status = 400,
                                        .body = R"([{"errorMessage":"no"}])",
                                        .content_type = "application/json"}});
  return harms;
}

// In CI every third call of a world is failed, in a long run each.
TEST_CASE("whatever TVMaze does to any one call, the next cycles end where they would have ended" *
          doctest::test_suite("slow")) {
  auto const expected = undisturbed();
  TestWorld counted(shows);
  REQUIRE(counted.live());
  auto const calls = counted.tvmaze().calls().count() + 4;
  for (auto const& [name, harm] : harms_of_tvmaze()) {
    for (std::size_t call = 1; call <= calls; call += test::every<std::size_t>(3)) {
      auto const& with_name = name;
      CAPTURE(with_name);
      CAPTURE(call);
      TestWorld home(shows);
      home.tvmaze().faults().inject({.harm = harm, .first = call});
      home.settle(enough);
      home.added();
      if (name != "nulls") CHECK(home.statuses() == expected);
    }
  }
}

TEST_CASE("whatever Sonarr does to any one call, nothing is lost and nothing is added twice" *
          doctest::test_suite("slow")) {
  auto const expected = undisturbed();
  TestWorld counted(shows);
  counted.settle(enough);
  auto const calls = counted.sonarr().calls().count();
  REQUIRE(calls > 50);
  for (auto const& [name, harm] : harms_of_sonarr()) {
    for (std::size_t call = 1; call <= calls; call += 4 * test::every<std::size_t>(3)) {
      auto const& with_name = name;
      CAPTURE(with_name);
      CAPTURE(call);
      TestWorld home(shows);
      home.sonarr().faults().inject({.harm = harm, .first = call});
      home.settle(enough);
      home.added();
      auto end = home.statuses();
      // What a Sonarr refuses waits for a person: one show may have ended there.
      std::size_t others = 0;
      for (auto const& [show, status] : end)
        if (status != expected.at(show)) ++others;
      CHECK(others <= (name == "refused" ? 1 : 0));
    }
  }
}

TEST_CASE("a Sonarr that fails for a whole cycle is not hammered, and all is added later") {
  TestWorld home(shows);
  home.sonarr().faults().inject({.harm = sim::Says{.status = 503}, .times = 1000});
  REQUIRE(home.live());
  CHECK(home.sonarr().calls().count() < 30);
  home.sonarr().faults().clear();
  home.settle(enough);
  CHECK(home.statuses() == undisturbed());
}

TEST_CASE("a key that is revoked in the middle stops that instance until it is given back") {
  TestWorld home(shows);
  home.sonarr().faults().inject(
      {.harm = sim::Meanwhile{[&] {
         home.sonarr().change([](sim::Shelf& shelf) { shelf.api_key = "ffffffffffffffff"; });
       }},
       .kind = Kind::add,
       .first = 2});
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->totals.added == 1);
  CHECK(home.sonarr().calls().all(Kind::add).size() == 2);
  auto const again = home.live();
  REQUIRE(again);
  CHECK(again->proposal.waiting.front().cause == adding::Cause::instance_refused);
  home.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "0123456789abcdef0123456789abcdef"; });
  home.settle(enough);
  CHECK(home.statuses() == undisturbed());
}

TEST_CASE("a series that somebody else adds in between is not ours, and not added twice") {
  TestWorld home(shows);
  home.sonarr().faults().inject({.harm = sim::Overtaken{}, .kind = Kind::add, .first = 2});
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->totals.added == 4);
  CHECK(report->totals.already_there == 1);
}

}  // namespace
}  // namespace sievarr::test
