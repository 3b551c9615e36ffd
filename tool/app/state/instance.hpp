#pragma once

#include "os/clock.hpp"
#include "service/arr/sonarr.hpp"

#include <sievarr/adding/propose.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace sievarr::app {

/// A Sonarr with what the config says about it.
class Instance {
 public:
  Instance(arr::Transports transports, config::Sonarr const& instance, os::Clock& clock)
      : instance_(instance), sonarr_(transports, instance, clock) {}

  config::Sonarr const& instance() const { return instance_; }
  /// One that is not is neither asked nor sent anything.
  bool enabled() const { return instance_.server.enabled; }
  arr::SonarrApi& sonarr() { return sonarr_; }

  /// Asks all that has to be known before anything is decided.
  adding::InstanceSnapshot look(std::vector<arr::Wanted> const& wanted);

 private:
  config::Sonarr instance_;
  arr::SonarrApi sonarr_;
};

/// All of them, in the order of the config.
using Instances = std::vector<Instance*>;

/// What the config wants of one of them, with paths that lead to its own section.
std::vector<arr::Wanted> wanted_of(Instances const& instances, std::size_t at,
                                   filter::Plan const& plan);

/// Asks all of them at the same time, so that a slow one costs no more than itself.
std::map<std::string, adding::InstanceSnapshot> look_into(Instances const& instances,
                                                          filter::Plan const& plan);

}  // namespace sievarr::app
