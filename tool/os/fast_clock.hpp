#pragma once

#include "os/clock.hpp"

#include <algorithm>
#include <chrono>

namespace sievarr::os {

/// A clock on which time passes so many times faster than on another one.
class FastClock final : public os::Clock {
 public:
  FastClock(os::Clock& clock, int factor)
      : clock_(clock), began_(clock.now()), factor_(std::max(1, factor)) {}

  Instant now() override { return began_ + (clock_.now() - began_) * factor_; }
  bool sleep(std::chrono::milliseconds span) override { return clock_.sleep(on_the_wall(span)); }
  /// Rounded up, so that who sleeps until a moment does not wake before it.
  std::chrono::milliseconds on_the_wall(std::chrono::milliseconds span) override {
    return (span + std::chrono::milliseconds{factor_ - 1}) / factor_;
  }

 private:
  os::Clock& clock_;
  Instant began_;
  int factor_;
};

}  // namespace sievarr::os
