#pragma once

#include <sievarr/base/instant.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace sievarr::pacing {

/// When calls to a host stop, and how often a single one still goes out to see.
struct Tolerance {
  std::uint32_t failures = 5;
  std::chrono::milliseconds first_rest{30'000};
  std::chrono::milliseconds longest_rest{900'000};
};

/// Stops calls to somebody who fails again and again, and lets one probe through now and then.
class Breaker {
 public:
  explicit Breaker(Tolerance tolerance) : tolerance_(tolerance) {}

  /// Whether a call may go out now. While the breaker is open, only one probe may, once a rest.
  bool allows(Instant now) const { return !open() || now >= probe_at_ || now < opened_at_; }

  bool open() const { return failures_ >= tolerance_.failures; }

  /// When the next probe goes out; means something only while the breaker is open.
  Instant probe_at() const { return probe_at_; }

  /// A probe goes out: nobody else may until it has come back, or a rest later.
  void probing(Instant now) {
    if (open()) rest(now);
  }

  void succeeded() {
    failures_ = 0;
    rests_ = 0;
  }

  void failed(Instant now) {
    failures_ = std::min(failures_ + 1, tolerance_.failures);
    if (!open()) return;
    rests_ = std::min(rests_ + 1, 20U);
    rest(now);
  }

 private:
  void rest(Instant now) {
    auto const doublings = rests_ > 0 ? rests_ - 1 : 0;
    opened_at_ = now;
    probe_at_ = now + std::min(tolerance_.first_rest * (1 << doublings), tolerance_.longest_rest);
  }

  Tolerance tolerance_;
  std::uint32_t failures_ = 0;
  std::uint32_t rests_ = 0;
  Instant opened_at_{};
  Instant probe_at_{};
};

}  // namespace sievarr::pacing
