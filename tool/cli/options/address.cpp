#include "address.hpp"

#include <sievarr/base/number.hpp>

namespace sievarr::cli {
namespace {

/// Whoever listens everywhere is reached here.
std::string reachable(std::string const& host) {
  if (host == "0.0.0.0") return "127.0.0.1";
  if (host == "::") return "[::1]";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

std::string address_of(config::Server const& server) {
  auto const& base = server.url_base.text();
  return "http://" + reachable(server.host) + ":" + to_text(int{server.port}) +
         (base == "/" ? "" : base);
}

}  // namespace sievarr::cli
