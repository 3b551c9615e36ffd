#include "sim.hpp"

#include <sievarr/base/number.hpp>

#include <chrono>
#include <utility>

namespace sievarr::sim {

Outcome<Sim> Sim::start(Options options, os::Clock& clock) {
  Sim sim;
  sim.address_ = options.address;
  sim.world_ = std::make_unique<World>(options.world, clock);
  sim.tvmaze_ = std::make_unique<Tvmaze>(*sim.world_, options.tvmaze);
  for (auto& [shelf, series] : options.sonarrs) {
    if (series > 0) stock(shelf, *sim.world_, series);
    sim.sonarrs_.push_back(std::make_unique<Sonarr>(*sim.world_, std::move(shelf)));
  }
  auto const listen = [&](http::Respond respond) -> Outcome<Done> {
    auto server = http::Server::start({.address = options.address}, std::move(respond));
    if (!server) return std::move(server).error();
    sim.servers_.push_back(*std::move(server));
    return Done{};
  };
  auto begun = listen(
      [tvmaze = sim.tvmaze_.get()](http::Call const& call) { return tvmaze->respond(call); });
  for (auto const& each : sim.sonarrs_)
    if (begun)
      begun =
          listen([sonarr = each.get()](http::Call const& call) { return sonarr->respond(call); });
  if (!begun) return std::move(begun).error();
  return Outcome<Sim>(std::move(sim));
}

std::string Sim::tvmaze_address() const {
  return "http://" + address_ + ":" + to_text(servers_.front().port());
}

std::string Sim::sonarr_address(std::size_t number) const {
  return "http://" + address_ + ":" + to_text(servers_[number + 1].port()) +
         sonarrs_[number]->shelf().url_base;
}

std::string Sim::api_key(std::size_t number) const { return sonarrs_[number]->shelf().api_key; }

void Sim::stop_tvmaze() { servers_.front().stop(std::chrono::milliseconds{0}); }
void Sim::stop_sonarr(std::size_t number) {
  servers_[number + 1].stop(std::chrono::milliseconds{0});
}

}  // namespace sievarr::sim
