#include "allowance.hpp"

#include <algorithm>

namespace sievarr::serve {

double Allowance::left_of(Bucket const& bucket, Instant now) const {
  // A clock that jumps back refills nothing.
  auto const since = std::max(std::chrono::milliseconds{0}, now - bucket.at);
  return std::min(most_, bucket.left + static_cast<double>(since.count()) /
                                           static_cast<double>(refill_.count()));
}

void Allowance::forget(Instant now) {
  std::erase_if(purses_, [&](auto const& each) { return left_of(each.second, now) >= most_; });
  if (purses_.size() >= most_known) purses_.clear();
}

bool Allowance::take(std::string const& who, Instant now) {
  std::lock_guard const lock(mutex_);
  if (purses_.size() >= most_known) forget(now);
  auto& bucket = purses_.try_emplace(who, Bucket{most_, now}).first->second;
  bucket = {left_of(bucket, now), now};
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

std::chrono::seconds Allowance::wait() const {
  return std::chrono::ceil<std::chrono::seconds>(refill_);
}

}  // namespace sievarr::serve
