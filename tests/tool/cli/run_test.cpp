#include "ran.hpp"
#include "service.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <array>

namespace sievarr::test {
namespace {

TEST_CASE("a daemon answers, mirrors, adds, and ends with 0 when it is told to") {
  Service service;
  service.start();
  CHECK(Service::within([&] { return service.healthy(); }));
  CHECK(service.says("\"message\":\"sievarr runs\""));
  CHECK(service.says("\"message\":\"a cycle has ended\""));
  CHECK(service.sonarr().posts().size() == 3);
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
  CHECK(service.log().find("\"message\":\"ended\"") != std::string::npos);
  for (auto const* const name : {"data/shows.db", "data/state.json", "data/lock"}) {
    struct stat found = {};
    REQUIRE(::stat(service.file(name).c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
  }
}

TEST_CASE("a second daemon on one storage refuses and names the first") {
  Service service;
  service.start();
  REQUIRE(service.says("sievarr runs"));
  auto const second = run({"run", "--config", service.file("config.yaml")});
  CHECK(second.exit == os::Exit::findings);
  CHECK(second.error.find("is held by \"sievarr run, process ") != std::string::npos);
  CHECK(second.error.find("stop it first, or use another folder") != std::string::npos);
}

TEST_CASE(
    "what a command may not write while a daemon holds the storage, the daemon is asked to do") {
  Service service;
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  auto const config = service.file("config.yaml");
  auto const skipped = run({"skip", "1", "2", "--config", config});
  CHECK(skipped.exit == os::Exit::fine);
  CHECK(skipped.out.find("-> skipped\n") != std::string::npos);
  CHECK(skipped.error.find(" holds the storage, and was asked\n") != std::string::npos);
  CHECK(run({"skip", "1", "--config", config}).out.find("stays skipped") != std::string::npos);
  CHECK(run({"retry", "1", "--config", config}).exit == os::Exit::findings);
  auto const cycle = run({"sync", "--config", config});
  CHECK(cycle.exit == os::Exit::fine);
  CHECK(cycle.out.find("a cycle begins") != std::string::npos);
  // Without the key there is nobody to ask.
  auto const stranger = run({"skip", "3", "--config", config, "--set", "server.enabled=false"});
  CHECK(stranger.exit == os::Exit::findings);
  CHECK(stranger.error.find("is held by \"sievarr run, process ") != std::string::npos);
}

TEST_CASE("a port that is taken is said before anything else is done") {
  Service service;
  auto const other = http::Server::start(
      {.port = service.port()}, [](http::Call const&) { return wire::Response{.status = 200}; });
  REQUIRE(other);
  auto const ran = run({"run", "--config", service.file("config.yaml")});
  CHECK(ran.exit == os::Exit::findings);
  CHECK(ran.error.find("cannot listen on 127.0.0.1") != std::string::npos);
  CHECK_FALSE(os::exists(service.file("data/shows.db")));
}

TEST_CASE("a config that is wrong for its servers ends with 1, and says all of it") {
  Service service;
  auto text = service.config();
  text.replace(text.find("HD-1080p"), 8, "Wrong");
  text.replace(text.find("/tv"), 3, "/no");
  service.write_as(text);
  auto const ran = run({"run", "--config", service.file("config.yaml")});
  CHECK(ran.exit == os::Exit::findings);
  CHECK(ran.error.find("Wrong") != std::string::npos);
  CHECK(ran.error.find("/no") != std::string::npos);
}

TEST_CASE("a config that cannot be read ends with 2") {
  auto const ran = run({"run", "--config", "-"}, {.in = "selections: ["});
  CHECK(ran.exit == os::Exit::misused);
  CHECK(run({"run", "--config", "-"}, {.in = "{}", .environment = {{"UMASK", "rwx"}}}).exit ==
        os::Exit::misused);
}

TEST_CASE("the config is read again after SIGHUP, and the old one stays when it is broken") {
  Service service;
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  service.write_as("selections: [");
  service.signal(SIGHUP);
  CHECK(service.says("the new config is refused, the old one stays"));
  CHECK(service.healthy());
  service.write("logging: {format: text}\n");
  service.signal(SIGHUP);
  CHECK(service.says("INFO    config: the config is in force"));
  service.signal(SIGINT);
  CHECK(service.wait() == 0);
}

TEST_CASE("a file that changes is read again with --watch") {
  Service service;
  service.start("--watch");
  REQUIRE(service.says("a cycle has ended"));
  service.write("logging: {format: text}\n");
  CHECK(service.says("INFO    config: the config is in force"));
}

TEST_CASE("a daemon in the middle of its first mirror ends in order, and the next goes on") {
  Service service(3000);
  // Long enough to be told in the middle of it.
  service.sim().tvmaze().faults().inject(
      {.harm = sim::Late{.by = std::chrono::milliseconds{400}}, .times = 6});
  service.start();
  REQUIRE(service.says("a cycle begins"));
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
  service.start();
  CHECK(service.says("a cycle has ended"));
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
}

TEST_CASE("healthcheck tells whether the daemon lives") {
  Service service;
  auto const before = run({"healthcheck", "--config", service.file("config.yaml")});
  CHECK(before.exit == os::Exit::findings);
  service.start();
  REQUIRE(service.says("sievarr runs"));
  auto const alive = run({"healthcheck", "--config", service.file("config.yaml")});
  CHECK(alive.exit == os::Exit::fine);
  CHECK(alive.out == "healthy: http://127.0.0.1:" + to_text(service.port()) + "/health\n");
  auto const nobody = run({"healthcheck", "--config", "-"}, {.in = "server: {enabled: false}"});
  CHECK(nobody.exit == os::Exit::misused);
}

TEST_CASE("systemd is told that it is ready, alive, and about to end") {
  Service service;
  auto const path = service.file("notify");
  int const heard = ::socket(AF_UNIX, SOCK_DGRAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(heard, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  timeval const patience{.tv_sec = 60, .tv_usec = 0};
  ::setsockopt(heard, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  auto const hear = [&] {
    std::array<char, 512> block{};
    auto const count = ::recv(heard, block.data(), block.size(), 0);
    return count > 0 ? std::string(block.data(), static_cast<std::size_t>(count)) : std::string();
  };
  auto const hear_until = [&](std::string const& words) {
    std::string last;
    for (int look = 0; look < 1000; ++look)
      if (last = hear(); last.empty() || last.find(words) != std::string::npos) break;
    return last.find(words) != std::string::npos;
  };
  service.start("", "NOTIFY_SOCKET=" + path + " WATCHDOG_USEC=200000");
  CHECK(hear_until("READY=1"));
  CHECK(hear_until("WATCHDOG=1"));
  service.signal(SIGHUP);
  CHECK(hear_until("RELOADING=1\nMONOTONIC_USEC="));
  CHECK(hear_until("READY=1"));
  service.signal(SIGTERM);
  CHECK(hear_until("STOPPING=1"));
  CHECK(service.wait() == 0);
  ::close(heard);
}

}  // namespace
}  // namespace sievarr::test
