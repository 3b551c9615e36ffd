#pragma once

#include <cassert>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

namespace sievarr {

/// A value, or the reason there is none. Reads like std::expected and keeps its place until both
/// our compilers ship one.
template <class T, class E>
class [[nodiscard]] Result {
  static_assert(!std::is_convertible_v<E, T> && !std::is_convertible_v<T, E>,
                "a value and an error that convert into each other cannot be told apart");

 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }

  T& operator*() & { return held<0>(state_); }
  T const& operator*() const& { return held<0>(state_); }
  T&& operator*() && { return std::move(held<0>(state_)); }
  T* operator->() { return &held<0>(state_); }
  T const* operator->() const { return &held<0>(state_); }

  E& error() & { return held<1>(state_); }
  E const& error() const& { return held<1>(state_); }
  E&& error() && { return std::move(held<1>(state_)); }

 private:
  /// Asking for what is not there is a bug in the caller, not an event.
  template <std::size_t I, class State>
  static auto& held(State& state) {
    auto* value = std::get_if<I>(&state);
    assert(value);
    return *value;
  }

  std::variant<T, E> state_;
};

/// The value of a Result that has nothing to say but "it worked".
struct Done {
  bool operator==(Done const&) const = default;
};

}  // namespace sievarr
