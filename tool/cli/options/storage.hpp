#pragma once

#include "app/state/catalogue.hpp"
#include "console.hpp"
#include "os/exit.hpp"
#include "os/lock.hpp"
#include "store/open.hpp"

#include <sievarr/config/storage.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::cli {

/// Where the database of a storage lies.
std::string database_of(config::Storage const& storage);

/// What the caller is told of a failure: a storage that needs a person has a number of its own.
os::Exit exit_of(Failure const& failure);

/// Says what went wrong, and what the caller is told.
os::Exit fail(Console& console, Failure const& failure);

/// All shows that are stored, for commands that only look.
Outcome<filter::Table> stored_shows(config::Storage const& storage);

/// A storage that nobody else writes to meanwhile.
struct OwnStorage {
  os::Lock lock;
  store::Database database;
};

/// Opens the storage for a command that writes; makes the folder and the database where there are
/// none.
Outcome<OwnStorage> own_storage(config::Storage const& storage, std::string_view command);

/// Keeps everybody else away from a storage.
Outcome<os::Lock> lock_storage(config::Storage const& storage, std::string_view command);

}  // namespace sievarr::cli
