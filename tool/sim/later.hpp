#pragma once

#include <sievarr/media/show.hpp>
#include <sievarr/sample/dice.hpp>

namespace sievarr::sim {

/// What becomes of a show when something happens to it: votes come in, it ends, TheTVDB gets to
/// know it. The same dice make the same of the same show.
Show later(Show show, sample::Dice dice);

}  // namespace sievarr::sim
