#pragma once

#include <string>

namespace sievarr::cli {

/// What is built into the program, with the license of each part.
std::string licenses();

}  // namespace sievarr::cli
