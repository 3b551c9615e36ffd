#pragma once

#include "os/clock.hpp"

#include <chrono>
#include <vector>

namespace sievarr::test {

/// A clock that only goes on when somebody sleeps, and remembers for how long.
class FakeClock final : public os::Clock {
 public:
  Instant now() override { return now_; }
  bool sleep(std::chrono::milliseconds span) override {
    slept.push_back(span);
    now_ += span;
    return !stopped;
  }
  void advance(std::chrono::milliseconds span) { now_ += span; }

  std::vector<std::chrono::milliseconds> slept;
  bool stopped = false;

 private:
  Instant now_{std::chrono::hours{24 * 365}};
};

}  // namespace sievarr::test
