#pragma once

#include <sievarr/config/server_connection.hpp>

namespace sievarr::config {

struct Whisparr;

constexpr ServerKind kind_of(reflect::Of<Whisparr>) {
  return {.section = "whisparr",
          .app = "Whisparr",
          .api = "api/v3",
          .address = "http://whisparr:6969",
          .key = "${WHISPARR_API_KEY}",
          .text = "One Whisparr or a list of them; asked for nothing yet but whether it is there."};
}

/// One Whisparr.
struct Whisparr {
  ServerConnection<Whisparr> server;
  ServerPace pace;
  ServerTrust trust;
};
BOOST_DESCRIBE_STRUCT(Whisparr, (), (server, pace, trust))

constexpr auto notes_of(reflect::Of<Whisparr>) {
  using reflect::Note;
  return reflect::Notes{Note<&Whisparr::server>{.spread = true},
                        Note<&Whisparr::pace>{.spread = true},
                        Note<&Whisparr::trust>{.spread = true}};
}

}  // namespace sievarr::config
