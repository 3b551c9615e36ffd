#pragma once

#include "cli/options/console.hpp"
#include "cli/parse/syntax.hpp"
#include "os/exit.hpp"

namespace sievarr::cli {

/// One command: it adds what it understands to its syntax, is told it, and does what was said.
class Command {
 public:
  Command() = default;
  Command(Command const&) = delete;
  Command& operator=(Command const&) = delete;
  virtual ~Command() = default;

  virtual void declare(Syntax& syntax) = 0;
  virtual os::Exit run(Console& console) = 0;
};

}  // namespace sievarr::cli
