#include "supervisor.hpp"

#include "descriptor.hpp"

#include <sievarr/base/decimal.hpp>
#include <sievarr/base/number.hpp>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <ctime>

namespace sievarr::os {
namespace {

/// Half of the time that is given, as is usual; less than a tick makes no sense.
std::optional<std::chrono::milliseconds> watchdog_of(Environment const& environment) {
  auto const span = filled(environment, "WATCHDOG_USEC");
  auto const micros = span ? to_integer(*span) : std::nullopt;
  if (!micros || *micros <= 0) return std::nullopt;
  auto const meant = filled(environment, "WATCHDOG_PID");
  if (meant && to_integer(*meant) != std::int64_t{::getpid()}) return std::nullopt;
  return std::max(std::chrono::milliseconds{*micros / 2000}, std::chrono::milliseconds{10});
}

std::int64_t monotonic_micros() {
  timespec now = {};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

}  // namespace

Supervisor::Supervisor(Environment const& environment)
    : socket_(filled(environment, "NOTIFY_SOCKET").value_or("")),
      watchdog_(socket_.empty() ? std::nullopt : watchdog_of(environment)) {}

bool Supervisor::tell(std::string_view lines) const {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  if (socket_.empty() || socket_.size() >= sizeof address.sun_path) return false;
  std::copy(socket_.begin(), socket_.end(), address.sun_path);
  // A name that lies in no folder begins with a zero, which variables cannot hold.
  if (socket_.front() == '@') address.sun_path[0] = '\0';
  Descriptor const file(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (file.number() < 0) return false;
  auto const size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  auto const sent = ::sendto(file.number(), lines.data(), lines.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                             reinterpret_cast<sockaddr const*>(&address), size);
  return sent == static_cast<ssize_t>(lines.size());
}

bool Supervisor::tell_reloading() const {
  return tell("RELOADING=1\nMONOTONIC_USEC=" + to_text(monotonic_micros()) + "\n");
}

}  // namespace sievarr::os
