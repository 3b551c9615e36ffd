#pragma once

#include <cstdlib>

/// How much of its work a test does. In `tests/run long` all of it; in the inner loop, and under
/// sanitizers, which look for other faults than it does, less than usual.
namespace sievarr::test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

inline bool in_full() { return std::getenv("SIEVARR_LONG") != nullptr; }
inline bool in_brief() { return is_sanitized || std::getenv("SIEVARR_QUICK") != nullptr; }

/// Rounds of the same with other dice.
template <class Count>
Count rounds(Count usual, Count full) {
  if (in_full()) return full;
  return in_brief() ? (usual + 5) / 6 : usual;
}

/// Which of the places at which something can fail are tried: every n-th.
template <class Count>
Count every(Count usual) {
  if (in_full()) return 1;
  return in_brief() ? 6 * usual : usual;
}

}  // namespace sievarr::test
