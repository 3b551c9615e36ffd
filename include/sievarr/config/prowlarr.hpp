#pragma once

#include <sievarr/config/server_connection.hpp>

namespace sievarr::config {

struct Prowlarr;

constexpr ServerKind kind_of(reflect::Of<Prowlarr>) {
  return {.section = "prowlarr",
          .app = "Prowlarr",
          .api = "api/v1",
          .address = "http://prowlarr:9696",
          .key = "${PROWLARR_API_KEY}",
          .text = "One Prowlarr or a list of them; asked for nothing yet but whether it is there."};
}

/// One Prowlarr, which has the indexers.
struct Prowlarr {
  ServerConnection<Prowlarr> server;
  ServerPace pace;
  ServerTrust trust;
};
BOOST_DESCRIBE_STRUCT(Prowlarr, (), (server, pace, trust))

constexpr auto notes_of(reflect::Of<Prowlarr>) {
  using reflect::Note;
  return reflect::Notes{Note<&Prowlarr::server>{.spread = true},
                        Note<&Prowlarr::pace>{.spread = true},
                        Note<&Prowlarr::trust>{.spread = true}};
}

}  // namespace sievarr::config
