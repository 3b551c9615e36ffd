#pragma once

#include "app/jobs/job.hpp"
#include "event.hpp"

#include <sievarr/status/daemon_status.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace sievarr::app {

/// A cycle is over.
struct CycleEnded {
  status::CycleRecord cycle;
};

/// The config was looked at again.
struct ConfigRead {
  status::Health health;
};

/// The daemon is at something else now.
struct PhaseChanged {
  status::Phase phase = status::Phase::idle;
};

/// Something was written down of what happened; of several things at once, the last one is told.
struct ActivityNoted {
  status::ActivityRecord record;
};

/// Something that happened, with the number that follows the one before.
struct EventRecord {
  std::uint64_t number = 0;
  Instant at = {};
  std::variant<Event, CycleEnded, ConfigRead, PhaseChanged, JobEvent, ActivityNoted> what;
};

/// Hears what happens, a little later. Whoever does not keep up loses everything and is told so.
class Subscription {
 public:
  static constexpr std::size_t most = 1000;

  /// Wake is called whenever something was heard, by the thread of the cycle: it must not wait.
  explicit Subscription(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// What was heard since the last time.
  std::vector<EventRecord> take();

  /// Waits until something is heard, at most for so long; whether something was.
  bool wait(std::chrono::milliseconds span);

  /// Whether it was too slow. It hears nothing more.
  bool lost() const;

 private:
  friend class EventBus;
  bool hear(EventRecord const& happening);

  mutable std::mutex mutex_;
  std::condition_variable heard_;
  std::deque<EventRecord> queue_;
  bool lost_ = false;
  std::function<void()> wake_;
};

/// Everybody who listens.
class EventBus {
 public:
  /// Listens for as long as the subscription is kept.
  std::shared_ptr<Subscription> listen(std::function<void()> wake = {});

  void tell(Instant now, decltype(EventRecord::what) what);

 private:
  std::mutex mutex_;
  std::uint64_t told_ = 0;
  std::vector<std::weak_ptr<Subscription>> ears_;
};

}  // namespace sievarr::app
