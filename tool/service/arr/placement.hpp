#pragma once

#include "stock.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/config/sonarr.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/wire/arr/sonarr_add.hpp>

#include <string>
#include <vector>

namespace sievarr::arr {

/// A route that an instance must be able to serve, and where the config asks for it.
struct Wanted {
  target::Target route;
  std::string path;  ///< "sonarr", "sonarr[1]" or "selections[2].sonarr".
  Place place = {};

  bool operator==(Wanted const&) const = default;
};

/// All that a config wants of an instance: what is said in its own section, whose path is given,
/// and what each selection says that adds to it.
std::vector<Wanted> wanted_of(config::Sonarr const& instance, filter::Plan const& plan,
                              std::string path);

/// Whatever an instance cannot serve, each thing once, with what there is to choose from; and
/// warnings about what it does not need.
Problems check(Stock const& stock, config::Sonarr const& instance,
               std::vector<Wanted> const& wanted);

/// A route in the numbers and words of that Sonarr. Tags that may be created must have been.
Checked<wire::arr::Placement> place(Stock const& stock, config::Sonarr const& instance,
                                    target::Target const& route);

}  // namespace sievarr::arr
