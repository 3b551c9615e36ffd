#pragma once

#include <sievarr/reflect/scalar.hpp>

#include <cstdint>

/// Who may do what: scopes, sessions, keys, delays, local networks. Nothing here knows the time or
/// a socket.
namespace sievarr::access {

/// What somebody may do; each scope has all that the one before has. To act is what changes shows,
/// cycles and jobs; the owner also has the config, keys and everything that only looks harmless.
BOOST_DEFINE_ENUM_CLASS(Scope, read, act, owner)

/// How somebody has shown who they are.
BOOST_DEFINE_ENUM_CLASS(Way, owner_key, api_key, password, set_up, proxy, local, everyone, command)

}  // namespace sievarr::access
