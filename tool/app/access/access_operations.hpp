#pragma once

#include <sievarr/access/audit.hpp>
#include <sievarr/api/access.hpp>
#include <sievarr/api/access_keys.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/value/secret.hpp>

#include <cstdint>

namespace sievarr::app {

/// A password that is to count from now on.
struct NewPassword {
  enum class Keys : std::uint8_t { keep, revoke };

  value::Secret password;
  Keys keys = Keys::keep;
};

/// What can be asked about who may use the program. A daemon does it with what it has in memory, a
/// command does it itself where the storage is free, and else asks the daemon.
class AccessOperations {
 public:
  virtual ~AccessOperations() = default;

  virtual Outcome<api::SessionsAnswer> list_sessions() = 0;

  /// Signs a browser out; whether there was such a session.
  virtual Outcome<bool> end_session(std::int64_t id, access::Author const& author) = 0;

  virtual Outcome<api::KeysAnswer> list_keys() = 0;
  virtual Outcome<api::MadeKey> make_key(api::NewKey const& key, access::Author const& author) = 0;

  /// Revokes a key; whether there was one.
  virtual Outcome<bool> revoke_key(std::int64_t id, access::Author const& author) = 0;

  /// Sets a password, and ends all sessions that one has opened.
  virtual Outcome<Done> set_password(NewPassword const& password, access::Author const& author) = 0;
};

}  // namespace sievarr::app
