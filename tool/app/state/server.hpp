#pragma once

#include "instance.hpp"
#include "service/arr/client.hpp"

#include <variant>

namespace sievarr::app {

/// A server that is asked nothing but who it is.
class OtherServer {
 public:
  template <config::ServerSection Section>
  OtherServer(arr::Transports transports, Section const& section, os::Clock& clock)
      : enabled_(section.server.enabled), client_(transports.own, arr::entry_of(section), clock) {}

  bool enabled() const { return enabled_; }
  arr::ArrClient& client() { return client_; }

 private:
  bool enabled_;
  arr::ArrClient client_;
};

/// What a server is to the application, by its kind. One that has no line here is asked who it is.
template <class Section>
struct ServerOf {
  using Type = OtherServer;
};
template <>
struct ServerOf<config::Sonarr> {
  using Type = Instance;
};

using Server = std::variant<OtherServer, Instance>;

}  // namespace sievarr::app
