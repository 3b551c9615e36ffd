#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/config/server.hpp>

#include <string>

namespace sievarr::config {

/// A host as programs on the same machine reach it; who listens everywhere is reached here.
inline std::string reachable_host(std::string const& host) {
  if (host == "0.0.0.0") return "127.0.0.1";
  if (host == "::") return "[::1]";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

/// The address of a daemon for programs on its machine, without a slash at its end.
inline std::string address_of(Server const& server) {
  auto const& base = server.url_base.text();
  return "http://" + reachable_host(server.host) + ":" + to_text(int{server.port}) +
         (base == "/" ? "" : base);
}

}  // namespace sievarr::config
