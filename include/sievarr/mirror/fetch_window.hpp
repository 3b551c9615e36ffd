#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/config/tvmaze.hpp>

#include <algorithm>
#include <chrono>
#include <optional>

namespace sievarr::mirror {

/// How much windows overlap: the list of updates may be an hour old, and clocks differ.
inline constexpr std::chrono::hours window_overlap{2};

/// The smallest window of updates that covers the time since the last good look; never auto. What
/// is configured can make it larger, but never so small that an update is lost. A look in the
/// future comes from a clock that has jumped, and says nothing.
inline config::UpdateWindow choose_window(std::optional<Instant> last, Instant now,
                                          config::UpdateWindow configured) {
  using config::UpdateWindow;
  using std::chrono::hours;
  if (!last || *last > now + window_overlap) return UpdateWindow::all;
  auto const span = now - *last + window_overlap;
  auto needed = UpdateWindow::all;
  if (span <= hours{24})
    needed = UpdateWindow::day;
  else if (span <= hours{7 * 24})
    needed = UpdateWindow::week;
  else if (span <= hours{28 * 24})
    needed = UpdateWindow::month;
  return std::max(needed, configured);
}

/// How often all of the map is looked at: only there is it seen that a show is named no more.
inline constexpr std::chrono::hours between_whole_looks{7 * 24};

inline bool is_whole_look_due(std::optional<Instant> last, Instant now) {
  return !last || now - *last >= between_whole_looks || *last > now + window_overlap;
}

}  // namespace sievarr::mirror
