#pragma once

#include "syntax.hpp"

#include <string>

namespace sievarr::cli {

/// The manual of a command, made from what it understands.
std::string page(Syntax const& syntax);

}  // namespace sievarr::cli
