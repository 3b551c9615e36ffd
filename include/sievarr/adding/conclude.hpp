#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/proposal.hpp>
#include <sievarr/adding/settle.hpp>

#include <chrono>
#include <optional>

/// What the answer of an instance makes of a show.
namespace sievarr::adding {

/// How long a show that nobody knows is looked for, and how often.
struct Searching {
  std::chrono::seconds retry_delay{std::chrono::hours{7 * 24}};
  std::chrono::seconds abandon_after{std::chrono::hours{365 * 24}};
};

/// Whether a show that its instance did not know is to be looked up again.
inline bool is_due(ShowState const& row, Instant now) {
  return row.status == Status::pending_tvdb && !row.abandoned && row.retry_at &&
         *row.retry_at <= now;
}

/// A show that waits for an id is left alone after too long.
inline ShowState grown_old(ShowState row, Searching const& searching, Instant now) {
  if (row.status != Status::pending_tvdb || row.abandoned || !row.waiting_since) return row;
  if (now - *row.waiting_since < searching.abandon_after) return row;
  row.abandoned = true;
  row.changed = in_seconds(now);
  return row;
}

/// A show about which a person wanted to be asked later, and later is now.
inline ShowState asked_again(ShowState row, Instant now) {
  if (!row.later_until || *row.later_until > now) return row;
  row.later_until.reset();
  row.changed = in_seconds(now);
  return row;
}

inline ShowState not_found(ShowState row, Searching const& searching, Instant now) {
  if (row.status != Status::pending_tvdb) row.waiting_since = now;
  row.status = Status::pending_tvdb;
  ++row.retries;
  row.retry_at = now + searching.retry_delay;
  row.changed = in_seconds(now);
  return grown_old(std::move(row), searching, now);
}

/// What became of a show that was to be added on a route. What was put off stays as it is.
inline ShowState conclude(ShowState row, Add const& add, AddResult const& ending,
                          Searching const& searching) {
  if (ending.fate == AddOutcome::put_off) return row;
  row.instance = add.route.instance;
  if (ending.fate == AddOutcome::not_found) return not_found(std::move(row), searching, ending.at);
  stop_waiting(row);
  row.series_id = ending.series_id;
  row.changed = in_seconds(ending.at);
  switch (ending.fate) {
    case AddOutcome::added:
      row.status = Status::added;
      row.added = ending.at;
      break;
    case AddOutcome::exists: row.status = Status::exists; break;
    default:
      row.status = Status::failed;
      row.error = ending.words;
      row.failed_route = derive::digest(add.route);
  }
  return row;
}

/// A show that turned out to need nothing.
inline ShowState conclude(ShowState row, Finding const& finding, Instant now) {
  stop_waiting(row);
  row.status = finding.status;
  row.instance = finding.instance;
  row.series_id = finding.series_id;
  row.twin = finding.twin;
  row.changed = in_seconds(now);
  return row;
}

}  // namespace sievarr::adding
