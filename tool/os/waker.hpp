#pragma once

#include "descriptor.hpp"

#include <chrono>
#include <initializer_list>

namespace sievarr::os {

/// Wakes the one thread that waits for descriptors.
class Waker {
 public:
  Waker();

  /// Any thread may, any number of times.
  void wake();

  /// Waits until it is woken or a descriptor is readable, at most for so long.
  void wait(std::initializer_list<int> readable, std::chrono::milliseconds span);

 private:
  Descriptor file_;
};

}  // namespace sievarr::os
