#pragma once

#include <sievarr/base/failure.hpp>

#include <cstdint>

namespace sievarr::os {

/// A port of this machine at which nobody listens just now.
Outcome<std::uint16_t> free_port();

}  // namespace sievarr::os
