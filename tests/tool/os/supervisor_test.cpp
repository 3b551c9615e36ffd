#include "os/supervisor.hpp"
#include "../support/folder.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <string>

namespace sievarr::os {
namespace {

using namespace std::chrono_literals;

/// A socket on which a test hears what a supervisor would.
class Heard {
 public:
  explicit Heard(std::string const& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (path[0] == '@') address.sun_path[0] = '\0';
    auto const size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
  }
  ~Heard() { ::close(socket_); }

  std::string next() const {
    std::array<char, 256> block{};
    auto const count = ::recv(socket_, block.data(), block.size(), MSG_DONTWAIT);
    return count > 0 ? std::string(block.data(), static_cast<std::size_t>(count)) : std::string();
  }

 private:
  int socket_;
};

TEST_CASE("whoever started the program hears how it is, by a file or a name in no folder") {
  test::Folder const folder;
  auto const name = "@sievarr-test-" + std::to_string(::getpid());
  for (auto const& path : {folder.file("notify"), name}) {
    CAPTURE(path);
    Heard const heard(path);
    Supervisor const supervisor(Environment{{"NOTIFY_SOCKET", path}});
    CHECK(supervisor.tell("READY=1\n"));
    CHECK(heard.next() == "READY=1\n");
    CHECK(supervisor.tell_reloading());
    CHECK(heard.next().starts_with("RELOADING=1\nMONOTONIC_USEC="));
  }
}

TEST_CASE("without a supervisor nothing is said, and nothing goes wrong") {
  CHECK_FALSE(Supervisor(Environment{}).tell("READY=1\n"));
  CHECK_FALSE(Supervisor(Environment{{"NOTIFY_SOCKET", "/nowhere/at/all"}}).tell("READY=1\n"));
  CHECK_FALSE(Supervisor(Environment{{"NOTIFY_SOCKET", std::string(200, 'x')}}).tell("READY=1\n"));
}

TEST_CASE("signs of life are sent twice as often as they are wanted, by whom they are wanted of") {
  auto const self = std::to_string(::getpid());
  auto const wanted = [](Environment environment) {
    environment.emplace("NOTIFY_SOCKET", "/run/notify");
    return Supervisor(environment).watchdog();
  };
  CHECK(wanted({{"WATCHDOG_USEC", "60000000"}}) == 30s);
  CHECK(wanted({{"WATCHDOG_USEC", "60000000"}, {"WATCHDOG_PID", self}}) == 30s);
  CHECK_FALSE(wanted({{"WATCHDOG_USEC", "60000000"}, {"WATCHDOG_PID", "1"}}));
  CHECK_FALSE(wanted({}));
  for (auto const* const nonsense : {"", "x", "-5", "0", "1e9"})
    CHECK_FALSE(wanted({{"WATCHDOG_USEC", nonsense}}));
  CHECK_FALSE(Supervisor(Environment{{"WATCHDOG_USEC", "60000000"}}).watchdog());
}

}  // namespace
}  // namespace sievarr::os
