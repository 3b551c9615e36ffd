#pragma once

#include <sievarr/access/scope.hpp>
#include <sievarr/base/hmac.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/config/access.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::access {

/// A browser that has signed in. What the browser keeps is not stored, only its hash.
struct Session {
  std::int64_t id = 0;
  std::string hash;
  std::string name;
  Way way = Way::owner_key;
  Scope scope = Scope::read;
  std::optional<std::int64_t> key = {};
  std::optional<std::string> seal = {};
  Instant created = {};
  Instant used = {};
  std::string address;
  std::string agent;

  bool operator==(Session const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (id, hash, name, way, scope, key, seal, created, used, address, agent))

constexpr auto notes_of(reflect::Of<Session>) {
  using reflect::Note;
  using S = Session;
  return reflect::Notes{
      Note<&S::id>{.text = "Number of the session.", .example = "3", .key = true},
      Note<&S::hash>{.text = "SHA-256 of what the browser sends.", .example = "9f86d081884c7d65"},
      Note<&S::name>{.text = "Who signed in.", .example = "admin"},
      Note<&S::way>{.text = "How they signed in.", .example = "password"},
      Note<&S::scope>{.text = "What they may do.", .example = "owner"},
      Note<&S::key>{.text = "The key that they signed in with, if it is one of those made.",
                    .example = "2"},
      Note<&S::seal>{.text = "What ties it to the owner's key, if they signed in with that.",
                     .example = "9f86d081884c7d65"},
      Note<&S::created>{.text = "When they signed in.", .example = "2026-01-31T10:30:00Z"},
      Note<&S::used>{.text = "When it was used last, to within five minutes.",
                     .example = "2026-01-31T10:30:00Z"},
      Note<&S::address>{.text = "From where they signed in.", .example = "192.168.1.10"},
      Note<&S::agent>{.text = "What the browser calls itself.", .example = "Firefox"},
  };
}

/// How long sessions are good.
struct SessionLimits {
  std::chrono::seconds idle{7 * 24 * 3600};
  std::chrono::seconds age{30 * 24 * 3600};

  bool operator==(SessionLimits const&) const = default;
};

inline SessionLimits limits_of(config::Access const& access) {
  return {.idle = access.session_idle.seconds(), .age = access.session_age.seconds()};
}

/// Whether a session is still good: neither too old nor too long unused. One from the future has a
/// clock behind it that was wrong, and is not believed for longer than any other.
inline bool is_alive(Session const& session, SessionLimits const& limits, Instant now) {
  return now < session.created + limits.age && now < session.used + limits.idle &&
         now > session.created - limits.age;
}

/// Ties a session to the owner's key, so that it ends when that is another one.
inline std::string seal_of(std::string_view owner_key, std::string_view hash) {
  return hmac_sha256_hex(owner_key, "sievarr session " + std::string(hash));
}

/// Whether a way of signing in counts in a mode; what was made by set-up goes on until a password
/// is in force.
constexpr bool counts_in(Way way, config::AccessMode mode) {
  if (way == Way::password) return mode == config::AccessMode::password;
  return true;
}

}  // namespace sievarr::access
