#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/config/layers.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sievarr::app {

/// A config with the plan of its filter, and all there is to say about it. It is swapped as a
/// whole, and a holder may keep the one it has.
struct ActiveConfig {
  config::Loaded loaded;
  filter::Plan plan;
  Problems problems = {};
  std::map<std::string, std::string> sources = {};  ///< The texts that problems point into.

  config::Config const& config() const { return loaded.config; }
};

using ConfigInForce = std::shared_ptr<ActiveConfig const>;

/// Reads the config anew, from wherever it comes, right or wrong.
using ReadConfig = std::function<Outcome<ActiveConfig>(Date today)>;

/// What the config would be if its file said that.
using TryConfig = std::function<Outcome<ActiveConfig>(Date today, std::string text)>;

/// The same config on another day: what it says of days means other ones.
ActiveConfig on_day(ActiveConfig const& active, Date today);

/// What has changed and counts only after a restart.
std::vector<std::string> needing_restart(config::Config const& before, config::Config const& after);

/// Whether two configs name the same servers with the same manners. Connections to those stay: what
/// they have been asked lately counts when they are asked again.
bool same_servers(config::Config const& before, config::Config const& after);

}  // namespace sievarr::app
