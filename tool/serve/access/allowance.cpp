#include "allowance.hpp"

#include <algorithm>

namespace sievarr::serve {

double Allowance::left_of(Bucket const& bucket, Instant now) {
  // A clock that jumps back refills nothing.
  std::chrono::microseconds const since = std::max(std::chrono::milliseconds{0}, now - bucket.at);
  return std::min(bucket.rate.most,
                  bucket.left + static_cast<double>(since.count()) /
                                    static_cast<double>(bucket.rate.refill.count()));
}

void Allowance::forget(Instant now) {
  std::erase_if(purses_, [&](auto const& each) {
    return left_of(each.second, now) >= each.second.rate.most;
  });
  if (purses_.size() >= most_known) purses_.clear();
}

bool Allowance::take(std::string const& who, Instant now, Rate const& rate) {
  std::lock_guard const lock(mutex_);
  if (purses_.size() >= most_known) forget(now);
  auto& bucket = purses_.try_emplace(who, Bucket{rate.most, now, rate}).first->second;
  bucket.rate = rate;
  bucket = {left_of(bucket, now), now, rate};
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

std::chrono::seconds Allowance::wait(Rate const& rate) {
  return std::chrono::ceil<std::chrono::seconds>(rate.refill);
}

}  // namespace sievarr::serve
