#include "storage.hpp"

#include "store/catalogue.hpp"
#include "store/open.hpp"

#include <sievarr/base/failure_kind.hpp>

#include <utility>

namespace sievarr::cli {

using os::Exit;

std::string database_of(config::Storage const& storage) { return store::database_in(storage.path); }

Exit exit_of(Failure const& failure) {
  switch (class_of(failure.kind)) {
    case FailureClass::storage: return Exit::storage;
    case FailureClass::interrupted: return Exit::interrupted;
    case FailureClass::absent:
    case FailureClass::conflict:
    case FailureClass::unreachable:
    case FailureClass::unexpected: return Exit::findings;
  }
  return Exit::findings;
}

Exit fail(Console& console, Failure const& failure) {
  complain(console, failure);
  return exit_of(failure);
}

Outcome<filter::Table> stored_shows(config::Storage const& storage) {
  auto database = store::open_to_read(database_of(storage));
  if (!database) return database.error();
  store::Catalogue catalogue(*database);
  return app::table_of(catalogue);
}

Outcome<os::Lock> lock_storage(config::Storage const& storage, std::string_view command) {
  return store::take_lock(storage.path, "sievarr " + std::string{command});
}

Outcome<OwnStorage> own_storage(config::Storage const& storage, std::string_view command) {
  auto lock = lock_storage(storage, command);
  if (!lock) return lock.error();
  auto database = store::open_store(database_of(storage));
  if (!database) return database.error();
  return OwnStorage{*std::move(lock), *std::move(database)};
}

}  // namespace sievarr::cli
