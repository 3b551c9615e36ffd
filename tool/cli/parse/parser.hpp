#pragma once

#include "syntax.hpp"

#include <sievarr/base/failure.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace sievarr::cli {

/// What the arguments ask for.
struct Request {
  enum class Kind : std::uint8_t { command, manual, version };

  Kind kind;
  Syntax const* command;  ///< The deepest one that they name.
};

/// Fills in what the options of a command point to; the name of the program is not among the
/// arguments. A failure says what cannot be understood, and where to read on.
Outcome<Request> parse(Syntax const& program, std::span<std::string const> arguments);

/// Where to read on about a command.
std::string see(Syntax const& syntax);

}  // namespace sievarr::cli
