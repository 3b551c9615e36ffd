#pragma once

#include "shelf.hpp"

#include <sievarr/media/show.hpp>

#include <string>

/// A series in Sonarr's own spelling.
namespace sievarr::sim {

/// As its metadata service describes one that is not in the library.
std::string looked_up(Show const& show, Shelf const& shelf);

/// As it stands in the library.
std::string shelved(Series const& series, Shelf const& shelf);

/// As a lookup tells one that is in the library.
std::string looked_up(Series const& series, Shelf const& shelf);

}  // namespace sievarr::sim
