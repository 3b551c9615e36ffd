#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/schedule/zone_name.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::os {

/// Where the system keeps its time zones.
inline constexpr std::string_view zoneinfo_folder = "/usr/share/zoneinfo";

/// The zone of a name: what is known without files, else from the system's zoneinfo. One that is
/// not there is told which others are spelled nearly so.
Outcome<schedule::Zone> read_zone(schedule::ZoneName const& name,
                                  std::string_view folder = zoneinfo_folder);

/// The names of all zones that the system has, in order.
std::vector<std::string> zone_names(std::string_view folder = zoneinfo_folder);

}  // namespace sievarr::os
