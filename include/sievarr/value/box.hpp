#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace sievarr::value {

/// An optional value that lives on the heap, so that a type may hold one of its own kind. Copies
/// are deep and comparison looks inside; it reads like std::optional.
template <class T>
class Box {
 public:
  using value_type = T;

  Box() = default;
  Box(std::nullopt_t) {}
  Box(T value) : held_(std::make_unique<T>(std::move(value))) {}
  Box(Box const& other) : held_(other ? std::make_unique<T>(*other) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(Box other) noexcept {
    held_.swap(other.held_);
    return *this;
  }
  ~Box() = default;

  bool has_value() const { return held_ != nullptr; }
  explicit operator bool() const { return has_value(); }

  T& operator*() { return *held_; }
  T const& operator*() const { return *held_; }
  T* operator->() { return held_.get(); }
  T const* operator->() const { return held_.get(); }

  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    held_ = std::make_unique<T>(T{std::forward<Arguments>(arguments)...});
    return *held_;
  }
  void reset() { held_.reset(); }

  bool operator==(Box const& other) const {
    return has_value() == other.has_value() && (!has_value() || **this == *other);
  }

 private:
  std::unique_ptr<T> held_;
};

}  // namespace sievarr::value
