#include "app/state/connections.hpp"
#include "../support/fake_clock.hpp"
#include "sim/sim.hpp"

#include <sievarr/config/config.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::app {
namespace {

config::Sonarr instance_at(sim::Sim const& sim) {
  config::Sonarr instance;
  instance.server.url = *value::Url::read(sim.sonarr_address());
  instance.server.api_key = value::Secret(sim.api_key());
  return instance;
}

}  // namespace

TEST_CASE("a metadata service that is down is left alone, and the Sonarr that asks it is not") {
  os::SystemClock clock;
  auto sim = sim::Sim::start({.world = {.shows = 50}}, clock);
  REQUIRE(sim);
  auto& server = sim->sonarr();
  server.change([](sim::Shelf& shelf) { shelf.metadata = sim::Shelf::Metadata::down; });
  config::Config config;
  config.sonarr.push_back(instance_at(*sim));
  test::FakeClock time;
  os::Environment const environment;
  Connections connections(config, {.clock = time, .environment = environment});
  auto& sonarr = connections.instances().front()->sonarr();

  for (int nth = 0; nth < 4; ++nth) CHECK_FALSE(sonarr.look_up(100));
  auto const asked = server.calls().count(sim::Kind::lookup);
  auto const left_alone = sonarr.look_up(100);

  REQUIRE_FALSE(left_alone);
  CHECK(left_alone.error().text.find("left alone until") != std::string::npos);
  CHECK(server.calls().count(sim::Kind::lookup) == asked);
  CHECK(sonarr.library());
  CHECK(sonarr.exclusions());
}

}  // namespace sievarr::app
