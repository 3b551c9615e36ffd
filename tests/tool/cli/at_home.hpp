#pragma once

#include "../sim/running.hpp"
#include "../support/folder.hpp"
#include "ran.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::test {

/// The program in front of a simulated TVMaze and Sonarr, in a folder of its own.
class AtHome {
 public:
  explicit AtHome(std::size_t shows = 300)
      : running_({.world = {.seed = 3, .shows = shows}, .tvmaze = {.limit = std::nullopt}}) {}

  Ran run(std::vector<std::string> arguments, std::vector<std::string> const& more = {}) {
    for (auto const& setting :
         {"storage.path=" + folder_.file("data"),
          "tvmaze.base_url=" + running_.sim().tvmaze_address(),
          "sonarr.url=" + running_.sim().sonarr_address(), "sonarr.api_key=" + key_,
          std::string{"sonarr.root_folder=/tv"}, std::string{"sonarr.quality_profile=HD-1080p"},
          std::string{"tvmaze.rate_limit=1000"}}) {
      arguments.push_back("--set");
      arguments.push_back(setting);
    }
    // What is set last counts.
    for (auto const& setting : more) {
      arguments.push_back("--set");
      arguments.push_back(setting);
    }
    arguments.push_back("--config");
    arguments.push_back("-");
    return test::run(arguments, {.in = config});
  }

  std::string file(std::string_view name) const { return folder_.file(name); }
  std::string storage() const { return folder_.file("data"); }
  sim::Sonarr& sonarr() { return running_.sonarr(); }
  sim::Tvmaze& tvmaze() { return running_.tvmaze(); }

  std::string config =
      "selections: [{name: good, rating: {min: 8}}]\nsync: {max_adds_per_cycle: 3}\n";

 private:
  Folder folder_;
  Running running_;
  std::string key_ = running_.sim().api_key();  // As it was at first.
};

}  // namespace sievarr::test
