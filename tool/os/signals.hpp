#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace sievarr::os {

/// Turns the first SIGINT or SIGTERM into a request to stop at the next safe point; the second ends
/// the program as it always would. Made before any other thread, since threads inherit what is
/// blocked.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(StopOnSignal const&) = delete;
  StopOnSignal& operator=(StopOnSignal const&) = delete;

  std::stop_token token() const { return stop_.get_token(); }

 private:
  void watch(std::stop_token const& end);

  sigset_t before_ = {};
  sigset_t watched_ = {};
  std::stop_source stop_;
  std::jthread watcher_;
};

}  // namespace sievarr::os
