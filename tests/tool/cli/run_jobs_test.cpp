#include "ran.hpp"
#include "service.hpp"

namespace sievarr::test {
namespace {

/// A command beside a daemon, with the daemon's own config.
Ran beside(Service& service, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--config", service.file("config.yaml")});
  return run(arguments);
}

void end(Service& service) {
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
}

}  // namespace

TEST_CASE("a daemon is asked about its jobs, and a pause holds in its next life until it is over") {
  Service service;
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  auto const list = beside(service, {"jobs"});
  CAPTURE(list.error);
  CHECK(list.exit == os::Exit::fine);
  CHECK(list.error.find("holds the storage, and was asked") != std::string::npos);
  CHECK(list.out.find("health:sonarr  sonarr/watch  20") != std::string::npos);
  CHECK(list.out.find("good, 20") != std::string::npos);

  CHECK(beside(service, {"jobs", "pause", "catalogue"}).out == "catalogue is paused\n");
  CHECK(beside(service, {"jobs", "run", "catalogue"}).out ==
        "catalogue is paused; it is done when that is over\n");
  auto const again = beside(service, {"jobs", "run", "catalogue"});
  CHECK(again.exit == os::Exit::findings);
  CHECK(again.out == "catalogue runs, or is about to, already\n");
  end(service);

  service.start();
  REQUIRE(service.says("sievarr runs"));
  CHECK(service.get("/api/v1/jobs").find("\"paused_jobs\":[\"catalogue\"]") != std::string::npos);
  CHECK(service.log().find("a cycle begins") == std::string::npos);
  CHECK(beside(service, {"jobs", "resume", "catalogue"}).out == "catalogue is not paused\n");
  // What was asked for in the life before was not forgotten.
  CHECK(service.says("a cycle has ended"));
  end(service);
}

TEST_CASE("a daemon says what no job is called, and that there is nothing to cut") {
  Service service;
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  auto const unknown = beside(service, {"jobs", "run", "nobody"});
  CHECK(unknown.exit == os::Exit::findings);
  CHECK(unknown.error.find("there is no job \"nobody\"") != std::string::npos);
  auto const idle = beside(service, {"jobs", "cut", "health:sonarr"});
  CHECK(idle.exit == os::Exit::findings);
  CHECK(idle.out == "no run of health:sonarr is under way\n");
  CHECK(beside(service, {"jobs", "pause", "sonarr/watch"}).out == "sonarr/watch is paused\n");
  CHECK(beside(service, {"jobs"}).out.find("paused lanes: sonarr/watch\n") != std::string::npos);
  end(service);
}

}  // namespace sievarr::test
