#pragma once

#include "refusal.hpp"
#include "server_entry.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/wire/arr/status.hpp>

#include <string>

/// Whether what answers at an address is a server that we can talk to. Paths are those of the
/// section of the config that names it.
namespace sievarr::arr {

/// An answer that a person has to do something about.
Problem problem_of(std::string const& path, Refusal const& refusal);

/// Why what answers there is no server of that kind, or too old to be understood.
Problems complaints_about(wire::arr::Status const& status, ServerEntry const& server,
                          std::string const& path);

/// What works and had better be changed.
Problems warnings_about(wire::arr::Status const& status, ServerEntry const& server,
                        std::string const& path);

}  // namespace sievarr::arr
