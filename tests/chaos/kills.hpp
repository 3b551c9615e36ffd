#pragma once

#include "effort.hpp"

namespace sievarr::chaos {

/// How often a test kills at random instants.
inline int kills_wanted() { return test::rounds(30, 300); }

}  // namespace sievarr::chaos
