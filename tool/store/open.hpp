#pragma once

#include "database.hpp"
#include "migrations.hpp"

#include <span>
#include <string>
#include <string_view>

namespace sievarr::store {

/// Opens our database for writing: makes a new one where there is nothing, checks an old one and
/// brings it up to date, after a copy beside it. What is not ours, damaged or newer than this
/// program is left as it is.
Outcome<Database> open_store(std::string const& path,
                             std::span<std::string_view const> steps = migrations());

/// Opens our database for reading while somebody else may write to it.
Outcome<Database> open_to_read(std::string const& path,
                               std::span<std::string_view const> steps = migrations());

}  // namespace sievarr::store
