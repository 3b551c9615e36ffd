#pragma once

#include "work/doors.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/filter/plan.hpp>

#include <map>
#include <optional>
#include <string>

namespace sievarr::work {

/// What the servers that a config names answered when they were asked once.
struct Inspection {
  Problems problems = {};  ///< What a person must change, and warnings.
  std::optional<Failure> tvmaze = {};
  std::map<std::string, std::optional<std::string>> instances = {};  ///< What is wrong with each.
};

/// Asks all of them at the same time whether they answer, take their keys and have what is wanted.
/// That one does not answer is no problem of the config.
Inspection inspect(Doors& doors, filter::Plan const& plan);

}  // namespace sievarr::work
