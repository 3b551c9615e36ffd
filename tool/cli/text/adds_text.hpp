#pragma once

#include "app/sync/add_runner.hpp"
#include "cli/options/console.hpp"
#include "os/exit.hpp"

#include <string>
#include <string_view>

namespace sievarr::cli {

/// "3 added, 0 there already, 0 refused, 2 put off", and what else there is to count.
std::string adds_as_text(app::Carried const& carried);

/// Whether something that was to be added was not, and may be another time.
bool is_left_over(app::Carried const& carried);

/// Says that somebody wanted it to stop, and what the caller is told.
os::Exit interrupted(Console& console, std::string_view command);

}  // namespace sievarr::cli
