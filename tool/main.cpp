#include "cli/parse/program.hpp"
#include "os/clock.hpp"

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

int run(std::vector<std::string> const& arguments) {
  using namespace sievarr;
  auto const environment = os::environment();
  cli::Console console{.in = std::cin,
                       .out = std::cout,
                       .error = std::cerr,
                       .environment = environment,
                       .today = os::today(),
                       .terminal = os::is_terminal(os::Stream::error, environment)
                                       ? cli::Console::Terminal::yes
                                       : cli::Console::Terminal::no,
                       .width = os::width_of(os::Stream::out, environment),
                       .paint_out = os::paint_for(os::Stream::out, environment),
                       .paint_error = os::paint_for(os::Stream::error, environment)};
  auto const exit = cli::run(arguments, console);
  std::cout.flush();
  if (!std::cout && exit == os::Exit::fine) {
    std::fputs("sievarr: cannot write the output\n  check that the disk is not full\n", stderr);
    return static_cast<int>(os::Exit::misused);
  }
  return static_cast<int>(exit);
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  try {
    return run({arguments + (count > 0 ? 1 : 0), arguments + count});
  } catch (std::exception const& error) {
    std::fprintf(stderr, "sievarr: a bug: %s\n  please report it\n", error.what());
    return 70;
  }
}
