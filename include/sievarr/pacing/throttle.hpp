#pragma once

#include <sievarr/base/instant.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>

namespace sievarr::pacing {

/// How often somebody may be asked: so many times within any window of that length.
struct Rate {
  std::size_t limit = 20;
  std::chrono::milliseconds window{10'000};
};

/// Keeps requests within a rate, and stays below it for a while after having been told off. It is
/// told the time and never asks for it; a clock that jumps costs a window at most.
class Throttle {
 public:
  using Span = std::chrono::milliseconds;

  explicit Throttle(Rate rate) : rate_(rate), limit_(std::max<std::size_t>(1, rate.limit)) {}

  /// How long to wait before the next request.
  Span wait(Instant now) const {
    auto const pause = std::clamp(paused_until_ - now, Span{0}, longest_pause_);
    if (sent_.size() < limit_) return pause;
    auto const free_at = sent_[sent_.size() - limit_] + rate_.window;
    return std::max(pause, std::clamp(free_at - now, Span{0}, rate_.window));
  }

  /// A request goes out now.
  void sent(Instant now) {
    recover(now);
    while (sent_.size() >= std::max<std::size_t>(1, rate_.limit)) sent_.pop_front();
    sent_.push_back(now);
  }

  /// The other side asked us to slow down. The jitter, from 0 to 1, keeps many of us apart.
  void refused(Instant now, std::optional<Span> retry_after, double jitter) {
    refusals_ = std::min<std::size_t>(refusals_ + 1, most_doublings);
    auto const backoff = rate_.window * (std::size_t{1} << (refusals_ - 1));
    longest_pause_ = retry_after.value_or(jittered(backoff, jitter));
    longest_pause_ = std::clamp(longest_pause_, Span{0}, Span{std::chrono::hours{1}});
    paused_until_ = now + longest_pause_;
    limit_ = std::max<std::size_t>(1, limit_ / 2);
    quiet_since_ = paused_until_;
  }

  /// How many requests a window may have at present.
  std::size_t limit() const { return limit_; }

 private:
  static constexpr std::size_t most_doublings = 6;
  static constexpr int quiet_windows = 6;

  static Span jittered(Span span, double jitter) {
    auto const share = 0.5 + 0.5 * std::clamp(jitter, 0.0, 1.0);
    return Span{static_cast<Span::rep>(static_cast<double>(span.count()) * share)};
  }

  /// Every few quiet windows the rate rises by one, until it is what was agreed.
  void recover(Instant now) {
    auto const whole = std::max<std::size_t>(1, rate_.limit);
    if (limit_ >= whole) return;
    if (now < quiet_since_) quiet_since_ = std::min(quiet_since_, now + longest_pause_);
    if (now - quiet_since_ < quiet_windows * rate_.window) return;
    ++limit_;
    quiet_since_ = now;
    if (limit_ == whole) refusals_ = 0;
  }

  Rate rate_;
  std::size_t limit_;
  std::deque<Instant> sent_;
  Instant paused_until_{};
  Span longest_pause_{0};
  Instant quiet_since_{};
  std::size_t refusals_ = 0;
};

}  // namespace sievarr::pacing
