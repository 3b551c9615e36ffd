#include "service.hpp"

#include "os/process.hpp"

#include <algorithm>
#include <utility>

namespace sievarr::daemon {
namespace {

constexpr std::size_t most_connections = 4096;
constexpr std::size_t files_of_others = 128;  // Storage, log, other servers.

}  // namespace

Outcome<Service> Service::start(serve::Site::Dependencies dependencies) {
  auto const active = dependencies.application.config_in_force();
  auto const& server = active->config().server;
  auto key = serve::keep_key(server, active->config().storage.path);
  if (!key) return key.error();
  auto const files = os::allow_open_files(most_connections + files_of_others);
  http::ServerOptions options{.address = server.host,
                              .port = static_cast<std::uint16_t>(static_cast<int>(server.port))};
  options.most_connections =
      std::min(most_connections, files > 2 * files_of_others ? files - files_of_others : files / 2);
  auto site = std::make_unique<serve::Site>(std::move(dependencies), server, key->secret);
  auto listening = http::Server::start(
      options, [site = site.get()](http::Call const& call) { return site->respond(call); },
      [site = site.get()](http::Call const& call) { return site->at_once(call); });
  if (!listening) return listening.error();
  return Service(std::move(site), *std::move(listening), *key);
}

}  // namespace sievarr::daemon
