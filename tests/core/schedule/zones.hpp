#pragma once

#include <sievarr/schedule/zone_name.hpp>

#include <array>
#include <string_view>

/// Zones that are known without files, each with a trait of its own.
namespace sievarr::schedule::zones {

inline constexpr std::string_view oslo = "CET-1CEST,M3.5.0,M10.5.0/3";
inline constexpr std::string_view new_york = "EST5EDT,M3.2.0,M11.1.0";
inline constexpr std::string_view lord_howe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";  // By 30 min.
inline constexpr std::string_view troll = "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3";          // By 2 h.
inline constexpr std::string_view santiago = "<-04>4<-03>,M9.1.6/24,M4.1.6/24";  // At midnight.
inline constexpr std::string_view nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0";      // The day before.
inline constexpr std::string_view dublin = "IST-1GMT0,M10.5.0,M3.5.0/1";         // Back in winter.
inline constexpr std::string_view kolkata = "IST-5:30";                          // Never.

inline constexpr std::array<std::string_view, 6> six{new_york, lord_howe, troll,
                                                     santiago, nuuk,      kolkata};

inline Zone of(std::string_view rule) { return Zone{*read_posix_zone(rule)}; }

}  // namespace sievarr::schedule::zones
