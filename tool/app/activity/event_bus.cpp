#include "event_bus.hpp"

#include <iterator>
#include <utility>

namespace sievarr::app {

std::vector<Happening> Ear::take() {
  std::lock_guard const lock(mutex_);
  std::vector<Happening> heard(std::make_move_iterator(queue_.begin()),
                               std::make_move_iterator(queue_.end()));
  queue_.clear();
  return heard;
}

bool Ear::wait(std::chrono::milliseconds span) {
  std::unique_lock lock(mutex_);
  return heard_.wait_for(lock, span, [this] { return !queue_.empty() || lost_; });
}

bool Ear::lost() const {
  std::lock_guard const lock(mutex_);
  return lost_;
}

bool Ear::hear(Happening const& happening) {
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

std::shared_ptr<Ear> Audience::listen(std::function<void()> wake) {
  auto ear = std::make_shared<Ear>(std::move(wake));
  std::lock_guard const lock(mutex_);
  ears_.push_back(ear);
  return ear;
}

void Audience::tell(Instant now, decltype(Happening::what) what) {
  std::lock_guard const lock(mutex_);
  Happening const happening{++told_, now, std::move(what)};
  std::erase_if(ears_, [&](std::weak_ptr<Ear> const& each) {
    auto const ear = each.lock();
    return !ear || !ear->hear(happening);
  });
}

}  // namespace sievarr::app
