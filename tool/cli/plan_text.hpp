#pragma once

#include "os/paint.hpp"

#include <sievarr/decide/plan_report.hpp>

#include <cstddef>
#include <string>

namespace sievarr::cli {

/// What the next cycle would do: at most so many adds by name, what waits by cause, the hash.
std::string plan_as_text(decide::PlanReport const& plan, std::size_t most, os::Paint paint);

}  // namespace sievarr::cli
