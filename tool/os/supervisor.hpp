#pragma once

#include "environment.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::os {

/// Whoever started the program and wants to know how it is: systemd, where it does. Without one
/// nothing is said to nobody.
class Supervisor {
 public:
  explicit Supervisor(Environment const& environment);

  /// Lines such as READY=1; whether somebody was told.
  bool tell(std::string_view lines) const;

  /// The program reads its config again; READY=1 follows.
  bool tell_reloading() const;

  /// How often it wants to hear that the program is alive, if it does.
  std::optional<std::chrono::milliseconds> watchdog() const { return watchdog_; }

 private:
  std::string socket_;
  std::optional<std::chrono::milliseconds> watchdog_;
};

}  // namespace sievarr::os
