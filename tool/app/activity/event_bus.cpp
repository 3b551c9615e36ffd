#include "event_bus.hpp"

#include <iterator>
#include <utility>

namespace sievarr::app {

std::vector<EventRecord> Subscription::take() {
  std::lock_guard const lock(mutex_);
  std::vector<EventRecord> heard(std::make_move_iterator(queue_.begin()),
                                 std::make_move_iterator(queue_.end()));
  queue_.clear();
  return heard;
}

bool Subscription::wait(std::chrono::milliseconds span) {
  std::unique_lock lock(mutex_);
  return heard_.wait_for(lock, span, [this] { return !queue_.empty() || lost_; });
}

bool Subscription::lost() const {
  std::lock_guard const lock(mutex_);
  return lost_;
}

bool Subscription::hear(EventRecord const& happening) {
  {
    std::lock_guard const lock(mutex_);
    if (queue_.size() >= most) {
      lost_ = true;
      queue_.clear();
    } else {
      queue_.push_back(happening);
    }
  }
  heard_.notify_all();
  if (wake_) wake_();
  return !lost();
}

std::shared_ptr<Subscription> EventBus::listen(std::function<void()> wake) {
  auto subscription = std::make_shared<Subscription>(std::move(wake));
  std::lock_guard const lock(mutex_);
  ears_.push_back(subscription);
  return subscription;
}

void EventBus::tell(Instant now, decltype(EventRecord::what) what) {
  std::lock_guard const lock(mutex_);
  EventRecord const happening{++told_, now, std::move(what)};
  std::erase_if(ears_, [&](std::weak_ptr<Subscription> const& each) {
    auto const subscription = each.lock();
    return !subscription || !subscription->hear(happening);
  });
}

}  // namespace sievarr::app
