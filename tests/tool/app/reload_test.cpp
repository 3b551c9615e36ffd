#include "daemon.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

/// What a config that is read again changes about who is asked, and when.
namespace sievarr::app {
namespace {

using namespace std::chrono_literals;

void check_good(Reloaded const& reloaded) {
  for (auto const& problem : reloaded.problems) INFO(to_text(problem));
  CHECK_FALSE(has_errors(reloaded.problems));
}

}  // namespace

TEST_CASE(
    "after a reload that names another Sonarr, that one is asked and the old one left alone") {
  test::Daemon daemon(300, 2);
  daemon.sonarr(1).change([](sim::Shelf& shelf) { shelf.api_key = "another-key"; });
  auto const application = daemon.start();
  REQUIRE(application->step());
  CHECK(daemon.sonarr(0).posts().size() == 5);
  auto const asked = daemon.sonarr(0).calls().count();

  daemon.name_sonarr(1);
  check_good(application->reload());
  daemon.clock.advance(6h);
  REQUIRE(application->step());

  CHECK(daemon.sonarr(0).calls().count() == asked);
  CHECK(daemon.sonarr(1).posts().size() == 5);
  CHECK(application->daemon_status().instances.at("sonarr").healthy);
}

TEST_CASE("after a reload with another key for a Sonarr, nobody sends the old one") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  daemon.sonarr().change([](sim::Shelf& shelf) { shelf.api_key = "another-key"; });
  daemon.name_sonarr(0);

  check_good(application->reload());
  daemon.sonarr().calls().clear();
  daemon.clock.advance(6h);
  REQUIRE(application->step());

  CHECK(daemon.sonarr().posts().size() == 10);
  for (auto const& heard : daemon.sonarr().calls().all())
    CHECK(wire::header(heard.request.headers, "X-Api-Key") == "another-key");
}

TEST_CASE("after a reload with another poll_interval, the next cycle comes when that is over") {
  test::Daemon daemon;
  auto const application = daemon.start();
  REQUIRE(application->step());
  auto const began = daemon.clock.now();
  CHECK(application->daemon_status().next_run == began + 6h);

  daemon.set("max_adds_per_cycle: 5", "max_adds_per_cycle: 5, poll_interval: 1h");
  check_good(application->reload());
  CHECK(application->daemon_status().next_run == began + 1h);
  daemon.clock.advance(1h);
  auto const ran = application->step();

  REQUIRE(ran);
  CHECK(*ran);
}

}  // namespace sievarr::app
