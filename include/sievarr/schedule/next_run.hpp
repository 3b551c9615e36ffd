#pragma once

#include <sievarr/base/instant.hpp>

#include <algorithm>
#include <chrono>
#include <optional>

namespace sievarr::schedule {

/// What is known of the runs so far.
struct Runs {
  std::optional<Instant> anchor;  ///< When the first run was due; the grid hangs on it.
  std::optional<Instant> last;    ///< When the last run began.
  bool asked = false;             ///< Somebody wants one now.
};

/// When the next run is due. Runs lie on a grid, so that they never drift; those that were missed
/// are not made up for; the first is due at once, and so is one that somebody asked for.
inline Instant next_run(Runs const& runs, std::chrono::milliseconds interval, Instant now) {
  if (runs.asked || !runs.last) return now;
  auto const anchor = runs.anchor.value_or(*runs.last);
  if (interval.count() <= 0) return now;
  // A clock that was set back must not make us wait for the day that it has forgotten.
  auto const last = std::min(*runs.last, now);
  if (anchor > last) return std::min(anchor, now + interval);
  auto const passed = (last - anchor) / interval;
  return anchor + (passed + 1) * interval;
}

}  // namespace sievarr::schedule
