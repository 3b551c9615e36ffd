#pragma once

#include <sievarr/config/prowlarr.hpp>
#include <sievarr/config/radarr.hpp>
#include <sievarr/config/server_lists.hpp>
#include <sievarr/config/whisparr.hpp>

namespace sievarr::config {

/// Every kind of server beside Sonarr, in the order of the sample: the one table of them.
using OtherServers = ServerLists<Radarr, Whisparr, Prowlarr>;

}  // namespace sievarr::config
