#pragma once

#include "database.hpp"
#include "migrations.hpp"
#include "os/lock.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sievarr::store {

/// Where the database lies in the folder of a storage.
std::string database_in(std::string const& folder);

/// Keeps everybody else from writing to a storage; makes the folder where there is none.
Outcome<os::Lock> take_lock(std::string const& folder, std::string_view holder);

/// Marks a database as ours: "SVRR".
inline constexpr std::int32_t application_id = 0x53565252;

/// Whose file lies at a path.
enum class Identity : std::uint8_t { nothing, ours, foreign, no_database };

/// Looks at a file without opening it as a database, so that what is not ours stays untouched.
Outcome<Identity> identify(std::string const& path);

/// Whether a file may be opened as our database: it is ours, or nothing is there. What belongs to
/// somebody else, or is none, is refused without being touched.
Outcome<Identity> admit(std::string const& path);

/// Whether the pages of a database hang together.
Outcome<Done> check_sound(Database& database, std::string const& path);

/// Opens our database for writing: makes a new one where there is nothing, checks an old one and
/// brings it up to date, after a copy beside it. What is not ours, damaged or newer than this
/// program is left as it is.
Outcome<Database> open_store(std::string const& path,
                             std::span<std::string_view const> steps = migrations());

/// Opens our database for reading while somebody else may write to it.
Outcome<Database> open_to_read(std::string const& path,
                               std::span<std::string_view const> steps = migrations());

}  // namespace sievarr::store
