#pragma once

#include <sievarr/config/servers.hpp>

#include <string>

namespace sievarr::arr {

/// What its section says of a server, whatever its kind.
struct ServerEntry {
  config::ServerKind kind;
  std::string name;
  value::Url url;
  value::Secret api_key;
  config::ServerPace pace = {};
  config::ServerTrust trust = {};
};

template <config::ServerSection Section>
ServerEntry entry_of(Section const& section) {
  return {.kind = kind_of(reflect::Of<Section>{}),
          .name = section.server.name,
          .url = section.server.url,
          .api_key = section.server.api_key,
          .pace = section.pace,
          .trust = section.trust};
}

}  // namespace sievarr::arr
