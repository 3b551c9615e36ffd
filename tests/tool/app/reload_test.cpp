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

TEST_CASE("a Sonarr that is disabled is left alone and said to be, until it is enabled again") {
  test::Daemon daemon;
  daemon.set("sonarr: {", "sonarr: {enabled: false, ");
  auto const application = daemon.start();
  REQUIRE(application->step());
  CHECK(daemon.sonarr().calls().count() == 0);
  CHECK(application->daemon_status().disabled == std::vector<std::string>{"sonarr"});
  CHECK(application->daemon_status().instances.empty());
  auto const plan = application->plan();
  REQUIRE(plan);
  CHECK(plan->proposal.adds.empty());
  REQUIRE_FALSE(plan->proposal.waiting.empty());
  CHECK(plan->proposal.waiting.front().words ==
        "its instance is disabled in the config (enabled: false)");

  daemon.set("enabled: false, ", "");
  check_good(application->reload());
  CHECK(application->daemon_status().disabled.empty());
  daemon.clock.advance(6h);
  REQUIRE(application->step());

  CHECK(daemon.sonarr().posts().size() == 5);
  CHECK(application->daemon_status().instances.at("sonarr").healthy);
}

TEST_CASE("a reload opens new connections where it changes what any server of the config needs") {
  std::string const radarr = "radarr: {url: \"http://radarr:7878\", api_key: one}\n";
  auto const config_of = [](std::string const& text) {
    return test::prepared({.file = config::Source{"config.yaml", text}}, Date{})
        .value.loaded.config;
  };
  auto const same = [&](std::string const& text) {
    return same_servers(config_of(radarr), config_of(text));
  };
  CHECK(same(radarr));
  CHECK(same(radarr + "sync: {poll_interval: 1h}\ndry_run: true\n"));
  CHECK(same("radarr: {name: radarr, timeout: 60s, url: \"http://radarr:7878\", api_key: one}\n"));
  CHECK_FALSE(same("radarr: {url: \"http://radarr:7878\", api_key: other}\n"));
  CHECK_FALSE(same("radarr: {url: \"http://radarr:7878\", api_key: one, timeout: 90s}\n"));
  CHECK_FALSE(same("radarr: {url: \"http://radarr:7878\", api_key: one, enabled: false}\n"));
  CHECK_FALSE(same(radarr + "prowlarr: {url: \"http://prowlarr:9696\", api_key: one}\n"));
  CHECK_FALSE(same(radarr + "tvmaze: {rate_limit: 5}\n"));
}

}  // namespace sievarr::app
