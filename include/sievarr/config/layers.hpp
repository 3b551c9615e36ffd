#pragma once

#include <sievarr/config/config.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/surroundings.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <optional>
#include <string>
#include <vector>

/// What goes into a config and what comes out. Apart from load() and prepare(), which do the work,
/// so that code which only passes it on need not compile them.
namespace sievarr::config {

/// A file that was read: its name for messages, and what it says.
struct Source {
  std::string name;
  std::string text;
};

/// Everything that a config is made of, from the lowest layer to the highest. The defaults are
/// below all of them.
struct Layers {
  std::optional<Source> file = {};
  document::Surroundings surroundings = {};
  std::vector<std::string> arguments = {};  ///< "exclude.genres=News,Sports"
};

/// A config, and the document that it was read from: each value has the place where it was said.
struct Loaded {
  Config config;
  document::Node document = {};  ///< A mapping, unless nothing could be read at all.
};

/// A config whose filter is ready to judge.
struct Prepared {
  Loaded loaded;
  filter::Plan plan;
};

}  // namespace sievarr::config
