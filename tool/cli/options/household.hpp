#pragma once

#include "app/state/connections.hpp"
#include "app/sync/sync_job.hpp"
#include "cli/text/progress.hpp"
#include "config_option.hpp"
#include "os/clock.hpp"
#include "os/signals.hpp"
#include "storage.hpp"

#include <memory>

namespace sievarr::cli {

/// Whether a command writes to the storage or only looks into it.
enum class Access : std::uint8_t { write, read };

/// All that a command needs which runs cycles: the storage, the servers of the config, and somebody
/// who tells what happens.
class Household {
 public:
  /// Opens the storage of a config. The config and the console must outlive it.
  static Outcome<std::unique_ptr<Household>> open(LoadedConfig const& config, Console& console,
                                                  Access access);

  app::SyncJob& round() { return *round_; }
  app::Catalogue& catalogue() { return *catalogue_; }
  os::Clock& clock() { return clock_; }

  /// Whether somebody wanted it to stop.
  bool interrupted() const { return stop_.token().stop_requested(); }

  /// Whether an instance could not be used; why has been said.
  bool has_troubles() const { return progress_.has_troubles(); }

  /// Brings state.json in line with what is stored; a copy is kept after a good cycle.
  Outcome<Done> save_state(app::Report const& report);

 private:
  Household(LoadedConfig const& config, Console& console);
  Outcome<Done> open_storage(Access access);
  Outcome<Done> mend_state();

  LoadedConfig const& config_;
  Console& console_;
  os::StopOnSignal stop_;
  os::SystemClock clock_;
  std::unique_ptr<os::Lock> lock_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<app::Catalogue> catalogue_;
  app::Connections connections_;
  Progress progress_;
  std::unique_ptr<app::SyncJob> round_;
};

}  // namespace sievarr::cli
