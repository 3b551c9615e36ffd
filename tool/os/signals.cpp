#include "signals.hpp"

#include <ctime>

namespace sievarr::os {
namespace {

constexpr long poll_ns = 100'000'000;

}  // namespace

StopOnSignal::StopOnSignal() {
  ::sigemptyset(&watched_);
  ::sigaddset(&watched_, SIGINT);
  ::sigaddset(&watched_, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &watched_, &before_);
  watcher_ = std::jthread([this](std::stop_token const& end) { watch(end); });
}

StopOnSignal::~StopOnSignal() {
  watcher_.request_stop();
  watcher_.join();
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopOnSignal::watch(std::stop_token const& end) {
  timespec const moment{.tv_sec = 0, .tv_nsec = poll_ns};
  bool stopping = false;
  while (!end.stop_requested()) {
    auto const signal = ::sigtimedwait(&watched_, nullptr, &moment);
    if (signal <= 0) continue;
    if (stopping) {
      // Somebody who asks twice means it.
      ::signal(signal, SIG_DFL);
      ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
      ::raise(signal);
    }
    stopping = true;
    stop_.request_stop();
  }
}

}  // namespace sievarr::os
