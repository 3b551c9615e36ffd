#pragma once

#include "http/server.hpp"
#include "os/clock.hpp"
#include "sonarr.hpp"
#include "tvmaze.hpp"
#include "world.hpp"

#include <sievarr/base/failure.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sievarr::sim {

/// What is simulated. Each Sonarr holds so many series when it begins.
struct Options {
  struct Instance {
    Shelf shelf = {};
    std::size_t series = 0;
  };

  WorldOptions world = {};
  TvmazeOptions tvmaze = {};
  std::vector<Instance> sonarrs = {Instance{}};
  std::string address = "127.0.0.1";
};

/// A TVMaze and its Sonarrs on free ports of this machine, until it is destroyed. The clock must
/// outlive it, and may be asked by several threads.
class Sim {
 public:
  static Outcome<Sim> start(Options options, os::Clock& clock);
  Sim(Sim&&) = default;
  // What answers must not go before the servers have ended.
  Sim& operator=(Sim&&) = delete;

  std::string tvmaze_address() const;
  std::string sonarr_address(std::size_t number = 0) const;  ///< With its URL base.
  std::string api_key(std::size_t number = 0) const;

  World& world() { return *world_; }
  Tvmaze& tvmaze() { return *tvmaze_; }
  Sonarr& sonarr(std::size_t number = 0) { return *sonarrs_[number]; }
  std::size_t sonarr_count() const { return sonarrs_.size(); }

  /// That server hears nobody from now on, as if the machine was off.
  void stop_tvmaze();
  void stop_sonarr(std::size_t number = 0);

 private:
  Sim() = default;

  std::unique_ptr<World> world_;
  std::unique_ptr<Tvmaze> tvmaze_;
  std::vector<std::unique_ptr<Sonarr>> sonarrs_;
  std::string address_;
  // The first is TVMaze's. They end before those who answer.
  std::vector<http::Server> servers_;
};

}  // namespace sievarr::sim
