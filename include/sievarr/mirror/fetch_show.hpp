#pragma once

#include <sievarr/media/show.hpp>
#include <sievarr/mirror/fetch.hpp>

#include <string>

namespace sievarr::mirror {

/// What asking for a single show came to: a show to store, something to remember, both or neither.
struct ShowYield {
  std::optional<Show> show;
  std::optional<Absence> absence;

  bool operator==(ShowYield const&) const = default;
};

/// A show that could not be had, after what may have been remembered of it before.
inline Absence absence_of(Stamp const& wanted, Absence const* before, Instant now) {
  bool const again = before != nullptr && before->updated >= wanted.updated;
  return {.show_id = wanted.show_id,
          .updated = again ? before->updated : wanted.updated,
          .attempts = again && !before->gone ? before->attempts + 1 : 1,
          .at = now};
}

/// TVMaze says that there is no such show: it is kept, and not asked for until it is named anew.
inline Absence gone(Stamp const& wanted, Absence const* before, Instant now) {
  auto absence = absence_of(wanted, before, now);
  absence.gone = true;
  return absence;
}

/// Something went wrong: the show is owed.
inline Absence owed(Stamp const& wanted, Absence const* before, Instant now, std::string words) {
  auto absence = absence_of(wanted, before, now);
  absence.words = std::move(words);
  return absence;
}

/// A show that was given. It is stored unless it is older than what we have; where it is older than
/// what was promised, that stays owed.
inline ShowYield given(Stamp const& wanted, Show show, Known const* known, Absence if_late) {
  ShowYield yield;
  if (show.updated < wanted.updated) {
    if_late.words = "TVMaze gave an older version than it says there is";
    yield.absence = std::move(if_late);
  }
  bool const older = known != nullptr && !known->gone && show.updated < known->updated;
  if (!older) yield.show = std::move(show);
  return yield;
}

}  // namespace sievarr::mirror
