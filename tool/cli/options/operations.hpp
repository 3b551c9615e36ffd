#pragma once

#include "app/operations/operations.hpp"
#include "cli/text/progress.hpp"
#include "config_option.hpp"
#include "net/curl_transport.hpp"
#include "os/clock.hpp"
#include "os/signals.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace sievarr::cli {

/// What a command asks of the program, done by this process where the storage is free, else by the
/// daemon that holds it.
class OwnOperations {
 public:
  /// A command writes; it only reads, whoever else writes; or it asks a daemon if one runs, and
  /// else reads.
  enum class Access : std::uint8_t { write, read, ask };

  /// The config and the console must outlive it. The name of the command is told to whoever finds
  /// the storage locked meanwhile.
  OwnOperations(LoadedConfig const& config, Console& console);

  Outcome<app::Operations*> open(Access access, std::string_view command);

  /// Whether somebody wanted it to stop.
  bool interrupted() const { return stop_.token().stop_requested(); }

  /// Whether an instance could not be used; why has been said.
  bool has_troubles() const { return progress_.has_troubles(); }

 private:
  Outcome<std::unique_ptr<app::Operations>> make(Access access, std::string_view command);
  Outcome<std::unique_ptr<app::Operations>> remote(Failure const& held);

  LoadedConfig const& config_;
  Console& console_;
  os::StopOnSignal stop_;
  os::SystemClock clock_;
  ProgressLine progress_;
  std::unique_ptr<net::CurlTransport> transport_;
  std::unique_ptr<app::Operations> operations_;
};

}  // namespace sievarr::cli
