#pragma once

#include "arr/sonarr.hpp"
#include "net/transport.hpp"
#include "os/clock.hpp"

#include <sievarr/config/config.hpp>
#include <sievarr/decide/propose.hpp>
#include <sievarr/filter/plan.hpp>

#include <string>
#include <vector>

namespace sievarr::work {

/// A Sonarr with what the config says about it.
class Shop {
 public:
  Shop(net::Transport& transport, config::Instance const& instance, os::Clock& clock)
      : instance_(instance), sonarr_(transport, instance, clock) {}

  config::Instance const& instance() const { return instance_; }
  arr::Sonarr& sonarr() { return sonarr_; }

  /// Asks all that has to be known before anything is decided.
  decide::There look(std::vector<arr::Wanted> const& wanted);

 private:
  config::Instance instance_;
  arr::Sonarr sonarr_;
};

using Shops = std::vector<Shop*>;

/// Asks all of them at the same time, so that a slow one costs no more than itself.
std::map<std::string, decide::There> look_into(Shops const& shops, filter::Plan const& plan);

}  // namespace sievarr::work
