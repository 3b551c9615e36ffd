#include "record.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sievarr::sim {

std::size_t Record::hear(Heard heard) {
  std::lock_guard const lock(mutex_);
  heard_.push_back(std::move(heard));
  return cleared_ + heard_.size() - 1;
}

void Record::answered(std::size_t number, int status) {
  std::lock_guard const lock(mutex_);
  if (number >= cleared_) heard_[number - cleared_].status = status;
}

std::vector<Heard> Record::all() const {
  std::lock_guard const lock(mutex_);
  return heard_;
}

std::vector<Heard> Record::all(Kind kind) const {
  std::lock_guard const lock(mutex_);
  std::vector<Heard> found;
  std::copy_if(heard_.begin(), heard_.end(), std::back_inserter(found),
               [&](Heard const& each) { return kind == Kind::any || each.kind == kind; });
  return found;
}

std::size_t Record::count(Kind kind) const {
  std::lock_guard const lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(heard_.begin(), heard_.end(),
                    [&](Heard const& each) { return kind == Kind::any || each.kind == kind; }));
}

void Record::clear() {
  std::lock_guard const lock(mutex_);
  cleared_ += heard_.size();
  heard_.clear();
}

}  // namespace sievarr::sim
