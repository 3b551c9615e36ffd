#pragma once

#include "refusal.hpp"
#include "server_status.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/wire/arr/sonarr.hpp>

#include <cstdint>
#include <string>

/// Whether what answers at an address is a server that we can talk to. Paths are those of the
/// section of the config that names it.
namespace sievarr::arr {

/// The oldest Sonarr that is understood.
inline constexpr std::int64_t oldest_major = 3;

/// An answer that a person has to do something about.
Problem problem_of(std::string const& path, Refusal const& refusal);

/// Why what answers there is no server of that kind.
Problems complaints_about(wire::arr::Status const& status, ServerAddress const& server,
                          std::string const& path);

/// Why a Sonarr of that version is no use to us.
Problems complaints_about_age(wire::arr::Status const& status, ServerAddress const& server,
                              std::string const& path);

/// What works and had better be changed.
Problems warnings_about(wire::arr::Status const& status, ServerAddress const& server,
                        std::string const& path);

}  // namespace sievarr::arr
