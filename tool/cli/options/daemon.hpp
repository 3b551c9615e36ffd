#pragma once

#include "config_option.hpp"
#include "daemon/daemon_process.hpp"
#include "os/exit.hpp"

namespace sievarr::cli {

/// The config of a command, as the daemon takes it.
app::ActiveConfig active_config(LoadedConfig config);

/// What a daemon has from a command: the config, read anew whenever it is asked to.
daemon::DaemonProcess::Plan daemon_plan(ConfigOption const& option, Console& console);

/// Where the log of a daemon goes.
log::Log::Write log_into(Console& console);

/// Says why a daemon ended, if nobody wanted it to, and what the caller is told.
os::Exit exit_of(daemon::DaemonProcess::End const& end, Console& console);

}  // namespace sievarr::cli
