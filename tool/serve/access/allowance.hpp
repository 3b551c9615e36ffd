#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace sievarr::serve {

/// So much at once, and one more whenever a span has passed.
struct Rate {
  double most = 1;
  std::chrono::microseconds refill{1'000'000};

  bool operator==(Rate const&) const = default;
};

/// A rate for each of many, the same for all or one of their own. Any number of threads may ask.
/// Those that have not asked for long are forgotten.
class Allowance {
 public:
  Allowance(double most, std::chrono::microseconds refill) : rate_{most, refill} {}

  /// Whether there is one more for somebody; it is taken then.
  bool take(std::string const& who, Instant now) { return take(who, now, rate_); }
  bool take(std::string const& who, Instant now, Rate const& rate);

  /// How long until there is one again.
  std::chrono::seconds wait() const { return wait(rate_); }
  static std::chrono::seconds wait(Rate const& rate);

 private:
  static constexpr std::size_t most_known = 4096;

  struct Bucket {
    double left = 0;
    Instant at = {};
    Rate rate;
  };

  static double left_of(Bucket const& bucket, Instant now);
  void forget(Instant now);

  Rate rate_;
  std::mutex mutex_;
  std::map<std::string, Bucket> purses_;
};

}  // namespace sievarr::serve
