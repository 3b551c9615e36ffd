#include "scheduler.hpp"

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

/// The clock of the machine may be set while nobody runs; so it is looked at now and then.
constexpr std::chrono::milliseconds longest_look_away = std::chrono::minutes{1};

}  // namespace

void Scheduler::remember(Instant last) {
  std::lock_guard const lock(mutex_);
  runs_ = {.anchor = last, .last = last, .asked = runs_.asked};
  tell();
}

void Scheduler::change(std::chrono::milliseconds interval) {
  std::lock_guard const lock(mutex_);
  interval_ = interval;
  tell();
}

bool Scheduler::ask() {
  std::lock_guard const lock(mutex_);
  if (running_ || runs_.asked) return false;
  runs_.asked = true;
  tell();
  return true;
}

void Scheduler::ask_again() {
  std::lock_guard const lock(mutex_);
  runs_.asked = true;
  tell();
}

Instant Scheduler::next() const {
  std::lock_guard const lock(mutex_);
  return due(clock_.now());
}

void Scheduler::tell() {
  ++changes_;
  changed_.notify_all();
}

bool Scheduler::begin_if_due() {
  auto const now = clock_.now();
  if (running_ || due(now) > now) return false;
  if (!runs_.anchor) runs_.anchor = now;
  runs_.last = now;
  runs_.asked = false;
  running_ = true;
  return true;
}

bool Scheduler::begin() {
  std::lock_guard const lock(mutex_);
  return begin_if_due();
}

bool Scheduler::occupy() {
  std::lock_guard const lock(mutex_);
  return !std::exchange(running_, true);
}

bool Scheduler::await(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (begin_if_due()) return true;
    auto const now = clock_.now();
    auto const wait = running_ ? longest_look_away
                               : std::min(clock_.on_the_wall(due(now) - now), longest_look_away);
    auto const seen = changes_;
    changed_.wait_for(lock, stop, wait, [&] { return changes_ != seen; });
  }
  return false;
}

void Scheduler::look() {
  std::lock_guard const lock(mutex_);
  tell();
}

void Scheduler::end() {
  std::lock_guard const lock(mutex_);
  running_ = false;
  tell();
}

}  // namespace sievarr::app
