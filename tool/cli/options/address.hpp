#pragma once

#include <sievarr/config/server.hpp>

#include <string>

namespace sievarr::cli {

/// The address of a daemon as programs on this machine reach it, without a slash at its end.
std::string address_of(config::Server const& server);

}  // namespace sievarr::cli
