#pragma once

#include "fair_lock.hpp"
#include "turn.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace sievarr::app {

/// The shows that are stored, as judging takes them.
Outcome<filter::Table> table_of(store::Tables& stored);

/// All that is stored, and in memory as much of it as judging takes. Memory follows what was
/// committed, so the two never differ. A turn is the only way to what is stored; readers of what is
/// in memory need none.
class Catalogue {
 public:
  explicit Catalogue(store::Database& database) : database_(database), store_(database) {}

  /// Reads what is stored.
  Outcome<Done> load();

  /// Waits until no other thread has a turn. A thread that has one must not take another.
  Turn take_turn() { return Turn(*this); }

  /// From now on that hears what was written down of what happened.
  using HearActivity = std::function<void(std::vector<status::ActivityRecord> const&)>;
  void tell_activity(HearActivity hear) { hear_ = std::move(hear); }

  /// Calls look(filter::Table, adding::Roster) with what is in memory after some commit. Any thread
  /// may, and never waits for a turn, nor for a disk.
  template <class Look>
  auto look(Look look) const {
    auto const lock = memory_.to_look();
    return look(table_, roster_);
  }

 private:
  friend class Turn;

  void tell(std::vector<status::ActivityRecord> const& activity) const {
    if (hear_ && !activity.empty()) hear_(activity);
  }

  store::Database& database_;
  store::Catalogue store_;
  std::mutex mutex_;
  std::atomic<std::thread::id> holder_ = {};  ///< The thread that has the turn.
  FairLock memory_;
  filter::Table table_;
  adding::Roster roster_;
  HearActivity hear_;
};

}  // namespace sievarr::app
