#pragma once

#include "os/paint.hpp"

#include <sievarr/adding/plan_report.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace sievarr::cli {

/// What a text is written for.
struct Screen {
  os::Paint paint;
  std::optional<std::size_t> width = {};  ///< Without one nothing is cut.
};

/// What the next cycle would do: at most so many adds by name, what waits by cause, what was
/// refused, the hash.
std::string plan_as_text(adding::PlanReport const& plan, std::size_t most, Screen const& screen);

}  // namespace sievarr::cli
