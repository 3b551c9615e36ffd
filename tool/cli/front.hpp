#pragma once

#include "work/steward.hpp"

#include <sievarr/base/failure.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace sievarr::cli {

/// How people and programs reach a daemon over HTTP.
class Front {
 public:
  virtual ~Front() = default;

  /// Where it listens, for the log.
  virtual std::string address() const = 0;

  /// Lets no more in; answers that are under way end, at most for so long.
  virtual void close(std::chrono::milliseconds grace) = 0;
};

/// The address of a server as programs on this machine reach it, without a slash at its end.
std::string address_of(config::Server const& server);

/// Listens where the config says; nobody where it says that there is no server.
Outcome<std::unique_ptr<Front>> open_front(config::Server const& server, work::Steward& steward);

}  // namespace sievarr::cli
