#pragma once

#include "open.hpp"
#include "os/lock.hpp"

#include <string>
#include <string_view>

namespace sievarr::store {

/// Where the database lies in the folder of a storage.
std::string database_in(std::string const& folder);

/// Keeps everybody else from writing to a storage; makes the folder where there is none.
Outcome<os::Lock> take_lock(std::string const& folder, std::string_view holder);

}  // namespace sievarr::store
