#pragma once

#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "os/environment.hpp"

#include <sievarr/config/servers.hpp>

namespace sievarr::arr {

/// How a server is talked to: as its section says. Its timeout is how long nothing may come, since
/// a long list takes longer than an answer that does not come at all.
net::CurlOptions curl_options(config::ServerPace const& pace, config::ServerTrust const& trust,
                              os::Environment const& environment);

/// Why the answer of a server of that kind is no success, in its own words.
net::Explain explain(value::Url url, config::ServerKind kind);

template <config::ServerSection Section>
net::CurlOptions curl_options(Section const& section, os::Environment const& environment) {
  return curl_options(section.pace, section.trust, environment);
}

template <config::ServerSection Section>
net::Explain explain(Section const& section) {
  return explain(section.server.url, kind_of(reflect::Of<Section>{}));
}

}  // namespace sievarr::arr
