#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <string>

namespace sievarr::schedule {

/// How clocks somewhere are set.
struct Clock {
  std::string name = "UTC";        ///< "CEST", "+03".
  std::chrono::seconds offset{0};  ///< What is added to UTC.
  bool daylight_saving = false;

  bool operator==(Clock const&) const = default;
};

/// Moments outside of these are nobody's business here.
inline constexpr std::chrono::sys_seconds earliest{first_date};
inline constexpr std::chrono::sys_seconds latest{last_date};

/// A time in which clocks are not set anew.
struct Period {
  std::chrono::sys_seconds begin = earliest;
  std::chrono::sys_seconds end = latest;  ///< The first moment that does not belong to it.
  Clock clock = {};

  std::chrono::local_seconds local(std::chrono::sys_seconds moment) const {
    return std::chrono::local_seconds{moment.time_since_epoch() + clock.offset};
  }
  std::chrono::sys_seconds moment(std::chrono::local_seconds local) const {
    return std::chrono::sys_seconds{local.time_since_epoch() - clock.offset};
  }

  bool operator==(Period const&) const = default;
};

}  // namespace sievarr::schedule
