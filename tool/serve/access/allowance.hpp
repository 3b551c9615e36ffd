#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace sievarr::serve {

/// So much at once, and so much more as time goes by, for each of many. Any number of threads may
/// ask. Those that have not asked for long are forgotten.
class Allowance {
 public:
  Allowance(double most, std::chrono::milliseconds refill) : most_(most), refill_(refill) {}

  /// Whether there is one more for somebody; it is taken then.
  bool take(std::string const& who, Instant now);

  /// How long until there is one again.
  std::chrono::seconds wait() const;

 private:
  static constexpr std::size_t most_known = 4096;

  struct Bucket {
    double left = 0;
    Instant at = {};
  };

  double left_of(Bucket const& bucket, Instant now) const;
  void forget(Instant now);

  double most_;
  std::chrono::milliseconds refill_;
  std::mutex mutex_;
  std::map<std::string, Bucket> purses_;
};

}  // namespace sievarr::serve
