#pragma once

#include "cli/options/console.hpp"
#include "os/exit.hpp"

#include <span>
#include <string>

namespace sievarr::cli {

/// Runs the command that the arguments name; the name of the program is not among them.
os::Exit run(std::span<std::string const> arguments, Console& console);

}  // namespace sievarr::cli
