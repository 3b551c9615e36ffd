#pragma once

#include <sievarr/access/address.hpp>
#include <sievarr/base/instant.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::access {

/// How often somebody was wrong, and when last.
struct Failures {
  int count = 0;
  Instant last = {};

  bool operator==(Failures const&) const = default;
};

inline constexpr std::chrono::seconds longest_delay{60};
/// From so many failures on a name is answered slowly at addresses that it never came from.
inline constexpr int soft_lock = 10;
/// Failures are forgotten after so long without another one.
inline constexpr std::chrono::hours forgotten_after{1};

/// How long after a failure the next try may come: 1, 2, 4 ... 60 s.
constexpr std::chrono::seconds delay_after(int failures) {
  if (failures <= 0) return std::chrono::seconds{0};
  if (failures > 6) return longest_delay;
  return std::min(longest_delay, std::chrono::seconds{1 << (failures - 1)});
}

/// Failures that still count at a moment; a clock that jumps back forgets nothing.
constexpr Failures still_counted(Failures const& failures, Instant now) {
  return now - failures.last > forgotten_after ? Failures{} : failures;
}

/// Who tries to sign in, and where. Addresses of version 6 count by their network.
struct Attempt {
  std::string_view name;
  std::string_view address;
  Instant now;
};

/// The tries to sign in with a password that failed, by name and address. A wrong one makes the
/// next one wait, at that address alone; nobody can lock a name at the addresses of others. It
/// keeps so many at most, and the time is told to it.
class Attempts {
 public:
  static constexpr std::size_t most_known = 4096;

  /// How long somebody has to wait before a try; no time where they may try now.
  std::chrono::milliseconds wait(Attempt const& attempt) const {
    auto const pair = found(pairs_, key_of(attempt), attempt.now);
    if (pair.count == 0) return std::chrono::milliseconds{0};
    auto const of_name = found(names_, std::string(attempt.name), attempt.now);
    bool const is_strange = !known_.contains(key_of(attempt));
    auto const delay =
        of_name.count >= soft_lock && is_strange ? longest_delay : delay_after(pair.count);
    // After a jump of the clock nobody waits longer than the longest delay.
    auto const left = pair.last + delay - attempt.now;
    return std::clamp(left, std::chrono::milliseconds{0}, std::chrono::milliseconds{delay});
  }

  void fail(Attempt const& attempt) {
    make_room(attempt.now);
    count(pairs_[key_of(attempt)], attempt.now);
    count(names_[std::string(attempt.name)], attempt.now);
  }

  /// Somebody was right: what failed there is forgiven, and the address is known from now on.
  void succeed(Attempt const& attempt) {
    pairs_.erase(key_of(attempt));
    names_.erase(std::string(attempt.name));
    if (known_.size() >= most_known) known_.clear();
    known_.insert(key_of(attempt));
  }

  /// Whether somebody of that name was right at that address before.
  bool knows(Attempt const& attempt) const { return known_.contains(key_of(attempt)); }

 private:
  using Key = std::pair<std::string, std::string>;

  static Key key_of(Attempt const& attempt) {
    return {std::string(attempt.name), network_of(attempt.address)};
  }

  template <class Map, class K>
  static Failures found(Map const& map, K const& key, Instant now) {
    auto const at = map.find(key);
    return at == map.end() ? Failures{} : still_counted(at->second, now);
  }

  static void count(Failures& failures, Instant now) {
    failures = {still_counted(failures, now).count + 1, now};
  }

  /// What is old goes first; where all is new, all goes: a flood shall not fill the memory.
  void make_room(Instant now) {
    auto const tidy = [now](auto& map) {
      if (map.size() < most_known) return;
      std::erase_if(map,
                    [&](auto const& each) { return still_counted(each.second, now).count == 0; });
      if (map.size() >= most_known) map.clear();
    };
    tidy(pairs_);
    tidy(names_);
  }

  std::map<Key, Failures> pairs_;
  std::map<std::string, Failures, std::less<>> names_;
  std::set<Key> known_;
};

}  // namespace sievarr::access
