#include "waker.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace sievarr::os {

Waker::Waker() : file_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void Waker::wake() {
  std::uint64_t const one = 1;
  // It fails only where enough is waiting to be taken already.
  [[maybe_unused]] auto const written = ::write(file_.number(), &one, sizeof one);
}

void Waker::wait(std::initializer_list<int> readable, std::chrono::milliseconds span) {
  std::vector<pollfd> waiting{{.fd = file_.number(), .events = POLLIN, .revents = 0}};
  for (int const each : readable) waiting.push_back({.fd = each, .events = POLLIN, .revents = 0});
  auto const most = std::chrono::milliseconds{std::numeric_limits<int>::max()};
  auto const wait = std::clamp(span, std::chrono::milliseconds{0}, most);
  ::poll(waiting.data(), waiting.size(), static_cast<int>(wait.count()));
  std::uint64_t taken = 0;
  [[maybe_unused]] auto const read = ::read(file_.number(), &taken, sizeof taken);
}

}  // namespace sievarr::os
