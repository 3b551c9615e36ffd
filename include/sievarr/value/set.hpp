#pragma once

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace sievarr::value {

/// Values whose order means nothing. They keep the order in which they were written, for people.
template <class T>
class Set {
 public:
  using value_type = T;
  static constexpr bool unordered = true;

  Set() = default;
  Set(std::initializer_list<T> items) : items_(items) {}

  void push_back(T item) { items_.push_back(std::move(item)); }

  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  auto size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }

  bool operator==(Set const& other) const {
    return size() == other.size() && std::is_permutation(begin(), end(), other.begin());
  }

 private:
  std::vector<T> items_;
};

}  // namespace sievarr::value
