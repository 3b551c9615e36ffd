#pragma once

#include "os/paint.hpp"

#include <sievarr/base/problem.hpp>

#include <string>
#include <string_view>

namespace sievarr::cli {

/// The line of a source that a place points at, and marks below what it means; empty where the
/// place has no line there.
std::string snippet(Place const& place, std::string_view source, os::Paint paint);

}  // namespace sievarr::cli
