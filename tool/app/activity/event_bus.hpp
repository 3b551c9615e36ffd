#pragma once

#include "event.hpp"

#include <sievarr/status/standing.hpp>

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
  status::Cycle cycle;
};

/// The config was looked at again.
struct ConfigRead {
  status::Health health;
};

/// The daemon is at something else now.
struct PhaseChanged {
  status::Phase phase = status::Phase::idle;
};

/// Something that happened, with the number that follows the one before.
struct Happening {
  std::uint64_t number = 0;
  Instant at = {};
  std::variant<Event, CycleEnded, ConfigRead, PhaseChanged> what;
};

/// Hears what happens, a little later. Whoever does not keep up loses everything and is told so.
class Ear {
 public:
  static constexpr std::size_t most = 1000;

  /// Wake is called whenever something was heard, by the thread of the cycle: it must not wait.
  explicit Ear(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// What was heard since the last time.
  std::vector<Happening> take();

  /// Waits until something is heard, at most for so long; whether something was.
  bool wait(std::chrono::milliseconds span);

  /// Whether it was too slow. It hears nothing more.
  bool lost() const;

 private:
  friend class Audience;
  bool hear(Happening const& happening);

  mutable std::mutex mutex_;
  std::condition_variable heard_;
  std::deque<Happening> queue_;
  bool lost_ = false;
  std::function<void()> wake_;
};

/// Everybody who listens.
class Audience {
 public:
  /// Listens for as long as the ear is kept.
  std::shared_ptr<Ear> listen(std::function<void()> wake = {});

  void tell(Instant now, decltype(Happening::what) what);

 private:
  std::mutex mutex_;
  std::uint64_t told_ = 0;
  std::vector<std::weak_ptr<Ear>> ears_;
};

}  // namespace sievarr::app
