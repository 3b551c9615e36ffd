#pragma once

#include "database.hpp"

#include <span>
#include <string_view>

namespace sievarr::store {

/// The steps from an empty database to the newest schema, in order. A step that was released is
/// never changed: a database that has taken it does not take it again.
std::span<std::string_view const> migrations();

/// How many steps a database has taken.
Outcome<std::int64_t> schema_of(Database& database);

/// Refuses a schema from the future; says which one it is.
Outcome<std::int64_t> check_schema(Database& database, std::span<std::string_view const> steps);

/// Takes the steps that are missing, each as a whole. A schema from the future is refused.
Outcome<Done> migrate(Database& database, std::span<std::string_view const> steps);

}  // namespace sievarr::store
