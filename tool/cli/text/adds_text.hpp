#pragma once

#include "cli/options/console.hpp"
#include "os/exit.hpp"

#include <sievarr/adding/add_totals.hpp>

#include <string>
#include <string_view>

namespace sievarr::cli {

/// "3 added, 0 there already, 0 refused, 2 put off", and what else there is to count.
std::string adds_as_text(adding::AddTotals const& totals);

/// Whether something that was to be added was not, and may be another time.
bool is_left_over(adding::AddTotals const& totals);

/// Says that somebody wanted it to stop, and what the caller is told.
os::Exit interrupted(Console& console, std::string_view command);

}  // namespace sievarr::cli
