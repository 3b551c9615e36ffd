#pragma once

#include "os/paint.hpp"

#include <sievarr/filter/plan/why.hpp>

#include <string>

namespace sievarr::cli {

/// The whole tree of reasons for one show, aligned, on one screen; with what has become of it so
/// far, where that is known.
std::string why_as_text(filter::Why const& why, os::Paint paint, std::string const& so_far = {});

}  // namespace sievarr::cli
