#pragma once

#include "refusal.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/config/sonarr.hpp>
#include <sievarr/wire/arr/sonarr.hpp>

#include <cstdint>
#include <string>

/// Whether what answers at an address is a Sonarr that we can talk to. Paths are those of the
/// section of the config that names it.
namespace sievarr::arr {

/// The oldest version that is understood.
inline constexpr std::int64_t oldest_major = 3;

/// An answer that a person has to do something about.
Problem problem_of(std::string const& path, Refusal const& refusal);

/// Why what answers there is no use to us.
Problems complaints_about(wire::arr::Status const& status, config::Instance const& instance,
                          std::string const& path);

/// What works and had better be changed.
Problems warnings_about(wire::arr::Status const& status, config::Instance const& instance,
                        std::string const& path);

}  // namespace sievarr::arr
