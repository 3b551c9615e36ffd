#pragma once

#include <sievarr/base/instant.hpp>

namespace sievarr::os {

/// This moment.
Instant now();

/// The day that it is here; TZ says where that is.
Date today();

}  // namespace sievarr::os
