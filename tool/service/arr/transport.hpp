#pragma once

#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "os/environment.hpp"

#include <sievarr/config/sonarr.hpp>

namespace sievarr::arr {

/// How a Sonarr is talked to: as its instance says. Its timeout is how long nothing may come, since
/// a long list takes longer than an answer that does not come at all.
net::CurlOptions curl_options(config::Instance const& instance, os::Environment const& environment);

/// Why a Sonarr's answer is no success, in its own words.
net::Explain explain(config::Instance const& instance);

}  // namespace sievarr::arr
