#pragma once

#include <sievarr/base/failure.hpp>

#include <string>

struct sqlite3;

namespace sievarr::store {

/// What the last error of a connection means, and what a person can do about it.
Failure failure_of(sqlite3* connection);

/// The same for an error code, where there may be no connection.
Failure failure_of(int code, std::string const& path, std::string const& said);

}  // namespace sievarr::store
