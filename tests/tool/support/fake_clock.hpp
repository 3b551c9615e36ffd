#pragma once

#include "os/clock.hpp"

#include <atomic>
#include <chrono>
#include <vector>

namespace sievarr::test {

/// A clock that only goes on when somebody sleeps, and remembers for how long. Any thread may ask
/// for the time; one thread makes it go on.
class FakeClock final : public os::Clock {
 public:
  Instant now() override { return Instant{std::chrono::milliseconds{now_.load()}}; }
  bool sleep(std::chrono::milliseconds span) override {
    slept.push_back(span);
    advance(span);
    return !stopped;
  }
  void advance(std::chrono::milliseconds span) { now_ += span.count(); }

  std::vector<std::chrono::milliseconds> slept;
  bool stopped = false;

 private:
  std::atomic<std::chrono::milliseconds::rep> now_{
      std::chrono::milliseconds{std::chrono::hours{24 * 365}}.count()};
};

}  // namespace sievarr::test
