#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/value/secret.hpp>

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sievarr::serve {

/// The sessions of browsers. A session says until when it is good and is signed with the key, so
/// that a restart ends none and another key ends all; those that were closed are remembered.
class Sessions {
 public:
  static constexpr std::string_view cookie = "sievarr_session";
  static constexpr std::chrono::hours life{30 * 24};

  /// A new one.
  static Outcome<std::string> open(value::Secret const& key, Instant now);

  bool accepts(value::Secret const& key, std::string_view session, Instant now) const;
  void close(std::string_view session, Instant now);

 private:
  static constexpr std::size_t most_closed = 4096;

  mutable std::mutex mutex_;
  std::map<std::string, Instant, std::less<>> closed_;
};

}  // namespace sievarr::serve
