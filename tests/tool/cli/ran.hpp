#pragma once

#include "cli/parse/program.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// A world for a command, without a terminal, and what it left behind.
struct Ran {
  os::Exit exit = os::Exit::fine;
  std::string out = {};
  std::string error = {};
};

struct RunInput {
  std::string in = {};
  os::Environment environment = {};
  Date today = std::chrono::year{2026} / 1 / 31;
};

/// Runs the program as a shell would.
inline Ran run(std::vector<std::string> const& arguments, RunInput input = {}) {
  std::istringstream in(std::move(input.in));
  std::ostringstream out;
  std::ostringstream error;
  cli::Console console{.in = in,
                       .out = out,
                       .error = error,
                       .environment = std::move(input.environment),
                       .today = input.today};
  Ran ran{.exit = cli::run(arguments, console)};
  ran.out = out.str();
  ran.error = error.str();
  return ran;
}

}  // namespace sievarr::test
