#include "daemon.hpp"
#include "os/file.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace sievarr::app {

TEST_CASE("a daemon's copy of the state is of a cycle that went well") {
  test::Daemon daemon;
  auto const application = daemon.start();
  auto& faults = daemon.sim().tvmaze().faults();
  faults.inject({.harm = sim::Says{.status = 403},
                 .kind = sim::Kind::updates,
                 .times = sim::Fault::for_ever});
  REQUIRE(application->step());
  CHECK(application->daemon_status().last_cycle->error);
  CHECK(os::exists(daemon.folder.file("state.json")));
  CHECK_FALSE(os::exists(daemon.folder.file("state.json.bak")));

  faults.clear();
  daemon.clock.advance(std::chrono::hours{6});
  REQUIRE(application->step());
  CHECK_FALSE(application->daemon_status().last_cycle->error);
  CHECK(os::exists(daemon.folder.file("state.json.bak")));
}

}  // namespace sievarr::app
