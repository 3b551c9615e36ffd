#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

namespace sievarr::value {

/// A list that may be written without being one while it has a single item.
template <class T>
class OneOrMany {
 public:
  using value_type = T;
  static constexpr bool one_or_many = true;

  OneOrMany() = default;
  OneOrMany(std::initializer_list<T> items) : items_(items) {}

  void push_back(T item) { items_.push_back(std::move(item)); }

  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T const& operator[](std::size_t index) const { return items_[index]; }

  bool operator==(OneOrMany const&) const = default;

 private:
  std::vector<T> items_;
};

}  // namespace sievarr::value
