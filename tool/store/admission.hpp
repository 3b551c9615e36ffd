#pragma once

#include "database.hpp"
#include "identity.hpp"

#include <string>

namespace sievarr::store {

/// Whether a file may be opened as our database: it is ours, or nothing is there. What belongs to
/// somebody else, or is none, is refused without being touched.
Outcome<Identity> admit(std::string const& path);

/// Whether the pages of a database hang together.
Outcome<Done> check_sound(Database& database, std::string const& path);

}  // namespace sievarr::store
