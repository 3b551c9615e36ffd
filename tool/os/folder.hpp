#pragma once

#include <sievarr/base/failure.hpp>

#include <string>

namespace sievarr::os {

/// Makes a folder that only its owner may enter, and those above it, where there are none.
Outcome<Done> make_folder(std::string const& path);

}  // namespace sievarr::os
