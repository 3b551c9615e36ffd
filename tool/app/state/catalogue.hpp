#pragma once

#include "app/activity/event.hpp"
#include "fair_lock.hpp"
#include "store/catalogue.hpp"

#include <sievarr/adding/judge_shows.hpp>
#include <sievarr/adding/plan_report.hpp>
#include <sievarr/adding/propose.hpp>
#include <sievarr/adding/roster.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace sievarr::app {

/// The shows that are stored, as judging takes them.
Outcome<filter::Table> table_of(store::Catalogue& stored);

/// All that is stored, and in memory as much of it as judging takes. Memory follows what was
/// committed, so the two never differ. Whoever uses it holds a turn; whoever only looks at what is
/// in memory need not.
class Catalogue {
 public:
  explicit Catalogue(store::Database& database) : database_(database), store_(database) {}

  /// Nobody else reads what is stored, or writes, while a turn is held: what a person does fits
  /// between two steps of a cycle. Nobody holds one while they wait for another server.
  using Turn = std::unique_lock<std::recursive_mutex>;
  Turn turn() const { return Turn(mutex_); }

  /// Calls look(filter::Table, adding::Roster) with what is in memory after some commit. Any thread
  /// may, and never waits for a disk.
  template <class Look>
  auto look(Look look) const {
    auto const lock = memory_.to_look();
    return look(table_, roster_);
  }

  /// Reads what is stored.
  Outcome<Done> load();

  filter::Table const& table() const { return table_; }
  adding::Roster const& roster() const { return roster_; }
  store::Catalogue& stored() { return store_; }

  /// Writes changes, all or none; durable when it returns.
  Outcome<Done> write(store::Changes const& changes);

  /// Shows that come in, each with what is known of it.
  Outcome<std::vector<adding::Arrival>> arrivals(std::vector<Show> shows);

  /// Judges everything again, writes only what changes, and remembers by what it was judged; how
  /// many more shows may become wanted before all of them are held, is the limit.
  Outcome<JudgedAgain> judge_again(filter::Plan const& plan, Instant now, std::size_t limit);

  /// The shows that are wanted or would be, with where they would go.
  Outcome<std::vector<adding::Candidate>> candidates(filter::Plan const& plan);

  /// The shows that an instance refused, with its words.
  Outcome<std::vector<adding::RefusedShow>> refused();

 private:
  void remember(store::Changes const& changes);
  Outcome<adding::Candidate> candidate(std::size_t row);

  store::Database& database_;
  store::Catalogue store_;
  mutable std::recursive_mutex mutex_;
  FairLock memory_;
  filter::Table table_;
  adding::Roster roster_;
};

}  // namespace sievarr::app
