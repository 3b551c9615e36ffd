#pragma once

#include "os/paint.hpp"

#include <sievarr/config/layers.hpp>

#include <string>

namespace sievarr::cli {

/// A config as YAML, each value with the place that it comes from behind it. The variable
/// that may hold it stands for each secret.
std::string config_as_text(config::Loaded const& loaded, os::Paint paint);

/// The same as JSON: the config, and the origins by path.
std::string config_as_json(config::Loaded const& loaded);

}  // namespace sievarr::cli
