#pragma once

#include "os/clock.hpp"

#include <sievarr/schedule/next_run.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sievarr::app {

/// Says when a run is due, one at a time. Any number of threads may use it; one of them waits for
/// runs.
class Scheduler {
 public:
  Scheduler(os::Clock& clock, std::chrono::milliseconds interval)
      : clock_(clock), interval_(interval) {}

  /// When the last run began, in an earlier life; the grid goes on from there.
  void remember(Instant last);

  /// From now on runs are so far from each other.
  void change(std::chrono::milliseconds interval);

  /// A run is wanted as soon as none is under way; false where one is or is wanted already.
  bool ask();

  /// The same, whatever is under way.
  void ask_again();

  /// When the next run is due; what is due already may lie in the past.
  Instant next() const;

  /// Waits until a run is due and begins it: true; or until the stop: false.
  bool await(std::stop_token const& stop);

  /// Begins a run if one is due.
  bool begin();

  /// Keeps runs away until end(), for something that is none; false where one is under way.
  bool occupy();

  /// The run that has begun is over.
  void end();

  /// Looks at the clock again, which somebody has set.
  void look();

 private:
  Instant due(Instant now) const { return schedule::next_run(runs_, interval_, now); }
  bool begin_if_due();
  void tell();

  os::Clock& clock_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::chrono::milliseconds interval_;
  schedule::Runs runs_;
  bool running_ = false;
  std::uint64_t changes_ = 0;
};

}  // namespace sievarr::app
