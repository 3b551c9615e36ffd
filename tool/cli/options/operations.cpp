#include "operations.hpp"

#include "app/operations/local.hpp"
#include "app/operations/remote.hpp"
#include "serve/access/key.hpp"
#include "storage.hpp"

#include <sievarr/api/legacy.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/config/server_address.hpp>
#include <sievarr/derive/json.hpp>

#include <chrono>
#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {

using namespace std::chrono_literals;

OwnOperations::OwnOperations(LoadedConfig const& config, Console& console)
    : config_(config), console_(console), clock_(stop_.token()), progress_(console, clock_) {}

Outcome<app::Operations*> OwnOperations::open(Access access, std::string_view command) {
  auto made = make(access, command);
  if (!made) return made.error();
  operations_ = *std::move(made);
  return operations_.get();
}

Outcome<std::unique_ptr<app::Operations>> OwnOperations::make(Access access,
                                                              std::string_view command) {
  app::Local::Dependencies const local{
      .config = config_.loaded.config,
      .plan = config_.plan,
      .environment = console_.environment,
      .clock = clock_,
      .observer = progress_,
      .warn = [this](std::string const& words) { console_.error << "warning: " << words << '\n'; },
      .stop = stop_.token()};
  if (access != Access::write) {
    auto reading = app::Local::to_read(local);
    if (!reading) return reading.error();
    if (access == Access::read) return std::unique_ptr<app::Operations>(*std::move(reading));
    auto const lock = lock_storage(config_.loaded.config.storage, command);
    bool const is_held = !lock && lock.error().kind == Failure::Kind::locked;
    if (is_held)
      if (auto asked = remote(lock.error())) return asked;
    return std::unique_ptr<app::Operations>(*std::move(reading));
  }
  auto writing = app::Local::to_write(local, "sievarr " + std::string(command));
  if (writing) return std::unique_ptr<app::Operations>(*std::move(writing));
  if (writing.error().kind != Failure::Kind::locked) return writing.error();
  return remote(writing.error());
}

/// The daemon, where one answers; what is wrong where none does.
Outcome<std::unique_ptr<app::Operations>> OwnOperations::remote(Failure const& held) {
  auto const& config = config_.loaded.config;
  auto key = serve::stored_key(config.server, config.storage.path);
  if (!key) return key.error();
  if (!config.server.enabled || !*key) return held;
  auto const address = config::address_of(config.server);
  // Who does not answer as a daemon does, and soon, is none, and is not sent the key.
  net::CurlTransport first({.connect = 3s, .total = 10s, .quiet = 10s}, stop_.token());
  auto const health = first.send({.target = address + "/health"});
  if (!health || trimmed(health->body) != derive::to_json(api::Wellness{})) return held;
  transport_ = std::make_unique<net::CurlTransport>(
      net::CurlOptions{.connect = 3s, .total = 10min, .quiet = 120s}, stop_.token());
  console_.error << "the daemon at " << address << " holds the storage, and was asked\n";
  return std::unique_ptr<app::Operations>(
      std::make_unique<app::Remote>(app::Remote::Dependencies{.transport = *transport_,
                                                              .address = address,
                                                              .key = **std::move(key),
                                                              .folder = config.storage.path}));
}

}  // namespace sievarr::cli
