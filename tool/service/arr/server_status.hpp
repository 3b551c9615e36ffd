#pragma once

#include "net/transport.hpp"
#include "os/clock.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/config/servers.hpp>
#include <sievarr/wire/arr/sonarr.hpp>

#include <string>

/// What is asked of every server of the family: who it is, and whether it takes the key.
namespace sievarr::arr {

/// A server as its section names it.
struct ServerAddress {
  config::ServerKind kind;
  std::string name;
  value::Url url;
  value::Secret api_key;
};

template <config::ServerSection Section>
ServerAddress address_of(Section const& section) {
  return {.kind = kind_of(reflect::Of<Section>{}),
          .name = section.server.name,
          .url = section.server.url,
          .api_key = section.server.api_key};
}

/// Whether it answers, takes the key and is of its kind. A failure may pass; problems do not until
/// a person changes something. The path is that of its section.
Outcome<Checked<wire::arr::Status>> ask_status(net::Transport& way, ServerAddress const& server,
                                               os::Clock& clock, std::string const& path);

/// A server of which nothing but its status is asked.
class ServerClient {
 public:
  /// Who answered, and what had better be changed.
  struct Reached {
    wire::arr::Status status;
    Problems warnings;
  };

  ServerClient(net::Transport& way, ServerAddress address, os::Clock& clock)
      : way_(way), address_(std::move(address)), clock_(clock) {}

  Outcome<Checked<Reached>> check(std::string const& path);

 private:
  net::Transport& way_;
  ServerAddress address_;
  os::Clock& clock_;
};

}  // namespace sievarr::arr
