#pragma once

#include <mutex>
#include <shared_mutex>

namespace sievarr::app {

/// Many may look at the same time, one may change; who wants to change waits for those who look
/// already, and not for those who come later.
class FairLock {
 public:
  std::shared_lock<std::shared_mutex> to_look() const {
    std::lock_guard const gate(gate_);
    return std::shared_lock(mutex_);
  }
  std::unique_lock<std::shared_mutex> to_change() const {
    std::lock_guard const gate(gate_);
    return std::unique_lock(mutex_);
  }

 private:
  mutable std::mutex gate_;
  mutable std::shared_mutex mutex_;
};

}  // namespace sievarr::app
