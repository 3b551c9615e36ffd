#pragma once

#include "connections.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/config/layers.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::app {

/// What the servers that a config names answered when they were asked once.
struct ServerCheck {
  Problems problems = {};    ///< What a person must change, and warnings.
  Problems unanswered = {};  ///< What may pass: servers that do not answer, or not well.
  std::optional<Failure> tvmaze = {};
  std::map<std::string, std::optional<std::string>> instances = {};  ///< What is wrong with each.
  std::vector<std::string> disabled = {};  ///< The Sonarrs that nobody asked.
};

/// Asks all of them at the same time whether they answer, take their keys and have what is wanted.
/// Problems point at what the config says, where it says it.
ServerCheck inspect(Connections& connections, config::Loaded const& loaded,
                    filter::Plan const& plan);

/// Asks every server of another kind than Sonarr whether it answers, takes its key and is of its
/// kind.
ServerCheck inspect_others(Connections& connections, config::Loaded const& loaded);

}  // namespace sievarr::app
