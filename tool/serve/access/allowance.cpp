#include "allowance.hpp"

#include <algorithm>

namespace sievarr::serve {

double Allowance::left_of(Purse const& purse, Instant now) const {
  // A clock that jumps back refills nothing.
  auto const since = std::max(std::chrono::milliseconds{0}, now - purse.at);
  return std::min(most_, purse.left + static_cast<double>(since.count()) /
                                          static_cast<double>(refill_.count()));
}

void Allowance::forget(Instant now) {
  std::erase_if(purses_, [&](auto const& each) { return left_of(each.second, now) >= most_; });
  if (purses_.size() >= most_known) purses_.clear();
}

bool Allowance::take(std::string const& who, Instant now) {
  std::lock_guard const lock(mutex_);
  if (purses_.size() >= most_known) forget(now);
  auto& purse = purses_.try_emplace(who, Purse{most_, now}).first->second;
  purse = {left_of(purse, now), now};
  if (purse.left < 1) return false;
  purse.left -= 1;
  return true;
}

std::chrono::seconds Allowance::wait() const {
  return std::chrono::ceil<std::chrono::seconds>(refill_);
}

}  // namespace sievarr::serve
