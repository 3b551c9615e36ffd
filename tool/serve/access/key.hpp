#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/config/server.hpp>
#include <sievarr/value/secret.hpp>

#include <optional>
#include <string>

namespace sievarr::serve {

/// The file below the storage path that holds the key where the config has none.
inline constexpr std::string_view key_file = "api_key";

/// The key of the API, and whether it was made just now.
struct Key {
  value::Secret secret;
  std::string file = {};  ///< Where it lies; empty where the config says it.
  bool is_new = false;
};

/// The key that the config says, else the one that is stored, else a new one that is stored from
/// now on.
Outcome<Key> keep_key(config::Server const& server, std::string const& folder);

/// The key by which a program on this machine may talk to the daemon, if there is one.
Outcome<std::optional<value::Secret>> stored_key(config::Server const& server,
                                                 std::string const& folder);

}  // namespace sievarr::serve
