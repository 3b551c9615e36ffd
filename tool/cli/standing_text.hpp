#pragma once

#include <sievarr/decide/processing.hpp>

#include <string>

namespace sievarr::cli {

/// What has become of a show, in a line, with what a person can do about it.
std::string standing_as_text(decide::Processing const& row);

}  // namespace sievarr::cli
