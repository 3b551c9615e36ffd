#pragma once

#include <sievarr/base/failure.hpp>

#include <string>

namespace sievarr::store {

/// Copies the database at a path, which may be in use, into a file, as a whole or not at all. An
/// earlier backup there is replaced; anything else there is refused.
Outcome<Done> backup(std::string const& path, std::string const& to);

/// What a restore did with what was there before.
struct Restored {
  std::string kept;  ///< Where that is now; empty where nothing was.
};

/// Puts a backup in the place of the database at a path, which nobody else may use meanwhile. It is
/// checked first; what was there is kept beside it.
Outcome<Restored> restore(std::string const& from, std::string const& path);

}  // namespace sievarr::store
