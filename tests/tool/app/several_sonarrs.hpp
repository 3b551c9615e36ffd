#pragma once

#include "../store/opened.hpp"
#include "../support/folder.hpp"
#include "../support/prepared.hpp"
#include "app/state/connections.hpp"
#include "app/sync/sync_job.hpp"
#include "sim/sim.hpp"
#include "test_world.hpp"

#include <sievarr/config/layers.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// A program in front of a TVMaze and of several Sonarrs on real sockets.
class SeveralSonarrs {
 public:
  /// The name of each Sonarr, and what the config says of it beside where it is.
  using Named = std::vector<std::pair<std::string, std::string>>;

  SeveralSonarrs(Named const& sonarrs, std::string const& rest)
      : sim_(started(sonarrs.size())), prepared_(configured(sonarrs, rest)) {}

  /// One life of the program: it starts, runs a cycle, and ends.
  app::Report live() {
    auto database = store::opened(path());
    app::Catalogue catalogue(database);
    REQUIRE(catalogue.load());
    app::Connections connections(prepared_.loaded.config,
                                 {.clock = clock, .environment = environment_});
    app::SyncJob sync_job({.catalogue = catalogue,
                           .tvmaze = connections.tvmaze(),
                           .instances = connections.instances(),
                           .clock = clock,
                           .observer = listener_},
                          prepared_.loaded.config, prepared_.plan);
    auto const report = sync_job.run(status::SyncMode::incremental);
    REQUIRE(report);
    return *report;
  }

  /// What has become of each show, as it is stored.
  std::vector<adding::ShowState> rows() {
    auto database = store::opened(path());
    store::Catalogue catalogue(database);
    std::vector<adding::ShowState> rows;
    REQUIRE(catalogue.show_states().each([&](adding::ShowState row) { rows.push_back(row); }));
    return rows;
  }

  sim::Sim& sim() { return sim_; }
  sim::Sonarr& sonarr(std::size_t number) { return sim_.sonarr(number); }

  VirtualClock clock;

 private:
  std::string path() const { return folder_.file("shows.db"); }

  sim::Sim started(std::size_t sonarrs) {
    auto sim = sim::Sim::start({.world = {.seed = 3, .shows = 300},
                                .tvmaze = {.limit = std::nullopt},
                                .sonarrs = std::vector<sim::Options::Instance>(sonarrs)},
                               clock);
    REQUIRE(sim);
    return *std::move(sim);
  }

  config::Prepared configured(Named const& sonarrs, std::string const& rest) {
    std::string text = rest + "\ntvmaze: {base_url: \"" + sim_.tvmaze_address() +
                       "\", rate_limit: 1000}\nsonarr:\n";
    for (std::size_t at = 0; at < sonarrs.size(); ++at)
      text += "  - {name: " + sonarrs[at].first + ", url: \"" + sim_.sonarr_address(at) +
              "\", api_key: " + sim_.api_key(at) +
              ", root_folder: /tv, quality_profile: HD-1080p, " + sonarrs[at].second + "}\n";
    auto prepared = test::prepared({.file = config::Source{"config.yaml", text}}, Date{});
    std::string said;
    for (auto const& problem : prepared.problems) said += to_text(problem) + "\n";
    INFO(said);
    REQUIRE_FALSE(has_errors(prepared.problems));
    return std::move(prepared.value);
  }

  Folder folder_{Folder::On::memory};
  os::Environment const environment_;
  Listener listener_;
  sim::Sim sim_;
  config::Prepared prepared_;
};

}  // namespace sievarr::test
