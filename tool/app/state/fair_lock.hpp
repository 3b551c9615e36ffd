#pragma once

#include <mutex>
#include <shared_mutex>

namespace sievarr::app {

/// Many readers at the same time, or one writer. A writer waits for readers that are there already,
/// and not for readers that come later.
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
