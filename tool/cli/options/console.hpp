#pragma once

#include "os/environment.hpp"
#include "os/paint.hpp"

#include <sievarr/base/failure.hpp>
#include <sievarr/base/instant.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>

namespace sievarr::cli {

/// What a command may reach of the world around it; a test puts its own there.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  os::Environment environment = {};
  Date today = {};
  enum class Terminal : std::uint8_t { no, yes };
  Terminal terminal = Terminal::no;       ///< Whether a person sees what goes to the error stream.
  std::optional<std::size_t> width = {};  ///< Of the terminal to which the output goes.
  os::Paint paint_out{os::Paint::Mode::plain};
  os::Paint paint_error{os::Paint::Mode::plain};
};

/// Says on the error stream what is wrong and, below, what to do.
void complain(Console& console, Failure const& failure);

}  // namespace sievarr::cli
