#pragma once

#include "descriptor.hpp"

#include <csignal>
#include <initializer_list>
#include <optional>

namespace sievarr::os {

/// Signals that wait to be taken instead of interrupting. Made before any other thread, since
/// threads inherit what is blocked.
class SignalQueue {
 public:
  explicit SignalQueue(std::initializer_list<int> signals);
  ~SignalQueue();
  SignalQueue(SignalQueue const&) = delete;
  SignalQueue& operator=(SignalQueue const&) = delete;

  /// Readable when there is a signal.
  int descriptor() const { return file_.number(); }

  std::optional<int> take();

 private:
  sigset_t before_ = {};
  Descriptor file_;
};

}  // namespace sievarr::os
