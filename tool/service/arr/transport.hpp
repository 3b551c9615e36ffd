#pragma once

#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "os/environment.hpp"
#include "server_entry.hpp"

namespace sievarr::arr {

/// Whose certificates are trusted, if they are looked at: as a section says.
net::CurlOptions trusting(config::ServerTrust const& trust, os::Environment const& environment);

/// How a server is talked to: as its section says. Its timeout is how long nothing may come, since
/// a long list takes longer than an answer that does not come at all.
net::CurlOptions curl_options(ServerEntry const& server, os::Environment const& environment);

/// Why the answer of a server of that kind is no success, in its own words.
net::Explain explain(ServerEntry const& server);

template <config::ServerSection Section>
net::CurlOptions curl_options(Section const& section, os::Environment const& environment) {
  return curl_options(entry_of(section), environment);
}

template <config::ServerSection Section>
net::Explain explain(Section const& section) {
  return explain(entry_of(section));
}

}  // namespace sievarr::arr
