// Serves a simulated TVMaze and Sonarr until its input ends, for checks that are not in C++.
//   sim_server VERSION SHOWS SERIES
// It prints where they are, and in the end what was posted, a body a line.
#include "os/clock.hpp"
#include "sim/sim.hpp"

#include <sievarr/base/number.hpp>

#include <cstddef>
#include <iostream>
#include <string>
#include <utility>

int main(int count, char** arguments) {
  using namespace sievarr;
  auto const number = [&](int at) {
    return static_cast<std::size_t>(at < count ? to_integer(arguments[at]).value_or(0)
                                               : std::int64_t{0});
  };
  sim::Options options{.world = {.shows = number(2)}, .tvmaze = {.limit = std::nullopt}};
  auto& sonarr = options.sonarrs.front();
  if (count > 1) sonarr.shelf.version = arguments[1];
  sonarr.series = number(3);
  sonarr.shelf.excluded = {99, 100};
  os::SystemClock clock;
  auto sim = sim::Sim::start(std::move(options), clock);
  if (!sim) {
    std::cerr << sim.error().text << "\n";
    return 2;
  }
  std::cout << "tvmaze " << sim->tvmaze_address() << "\nsonarr " << sim->sonarr_address()
            << "\nkey " << sim->api_key() << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
  for (auto const& heard : sim->sonarr().calls().all(sim::Kind::add))
    std::cout << heard.request.body << "\n";
  return 0;
}
