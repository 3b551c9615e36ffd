#pragma once

#include "cli/console.hpp"
#include "os/exit.hpp"

#include <CLI/CLI.hpp>

namespace sievarr::cli {

/// One command: it adds its options to a parser, which fills them in, and then does what they say.
class Command {
 public:
  Command() = default;
  Command(Command const&) = delete;
  Command& operator=(Command const&) = delete;
  virtual ~Command() = default;

  /// The footer of the parser becomes the examples of the page of help.
  virtual void declare(CLI::App& parser) = 0;
  virtual os::Exit run(Console& console) = 0;
};

}  // namespace sievarr::cli
