#pragma once

#include <cstdlib>

namespace sievarr::chaos {

/// How often a test kills at random instants.
inline int kills_wanted() { return std::getenv("SIEVARR_LONG") != nullptr ? 300 : 30; }

}  // namespace sievarr::chaos
