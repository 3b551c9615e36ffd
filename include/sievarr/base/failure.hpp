#pragma once

#include <sievarr/base/result.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace sievarr {

/// How the world let us down. Code switches on the kind; text and hint are for people.
struct Failure {
  enum class Kind : std::uint8_t {
    unreachable,  ///< Nobody answers.
    left_alone,   ///< Not asked at all, since it failed again and again.
    timed_out,    ///< Somebody answers too late.
    denied,       ///< The key or the permission is refused.
    missing,      ///< There is no such thing.
    throttled,    ///< Asked to wait.
    refused,      ///< Understood, and not wanted.
    broken,       ///< The other side failed.
    malformed,    ///< The answer is not what was agreed.
    too_large,
    disk_full,
    read_only,
    locked,    ///< Somebody else holds it.
    corrupt,   ///< Stored data that cannot be trusted; a person must look.
    outdated,  ///< Written by a newer version of this program.
    cancelled,
  };

  Kind kind = Kind::unreachable;
  std::string text;
  std::string hint = {};  ///< What a person can do about it.
  std::optional<std::chrono::milliseconds> retry_after = {};

  bool operator==(Failure const&) const = default;

  /// What happened and what to do about it, as one text.
  std::string told() const { return hint.empty() ? text : text + "; " + hint; }
};

/// A value, or how the world let us down.
template <class T>
using Outcome = Result<T, Failure>;

}  // namespace sievarr
