#pragma once

#include <sievarr/config/server_connection.hpp>

namespace sievarr::config {

struct Radarr;

constexpr ServerKind kind_of(reflect::Of<Radarr>) {
  return {.section = "radarr",
          .app = "Radarr",
          .api = "api/v3",
          .address = "http://radarr:7878",
          .key = "${RADARR_API_KEY}",
          .text = "One Radarr or a list of them; asked for nothing yet but whether it is there."};
}

/// One Radarr.
struct Radarr {
  ServerConnection<Radarr> server;
  ServerPace pace;
  ServerTrust trust;
};
BOOST_DESCRIBE_STRUCT(Radarr, (), (server, pace, trust))

constexpr auto notes_of(reflect::Of<Radarr>) {
  using reflect::Note;
  return reflect::Notes{Note<&Radarr::server>{.spread = true}, Note<&Radarr::pace>{.spread = true},
                        Note<&Radarr::trust>{.spread = true}};
}

}  // namespace sievarr::config
