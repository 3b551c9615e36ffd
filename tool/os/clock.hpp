#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <stop_token>
#include <utility>

namespace sievarr::os {

/// This moment.
Instant now();

/// The day on which a moment falls here; TZ says where that is.
Date day_of(Instant instant);

/// The day that it is here.
Date today();

/// Tells the time and lets some pass. Whoever waits is given one, so that tests need not.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
  /// Lets a span pass; false where it was cut short because everything is to stop.
  virtual bool sleep(std::chrono::milliseconds span) = 0;
  /// How long a span of this clock takes on the one at the wall.
  virtual std::chrono::milliseconds on_the_wall(std::chrono::milliseconds span) { return span; }
};

/// The time of this machine, until somebody asks for a stop.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::stop_token stop = {}) : stop_(std::move(stop)) {}

  Instant now() override { return os::now(); }
  bool sleep(std::chrono::milliseconds span) override;

 private:
  std::stop_token stop_;
};

}  // namespace sievarr::os
