#include "backup.hpp"

#include "migrations.hpp"
#include "open.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <filesystem>
#include <system_error>
#include <utility>

namespace sievarr::store {
namespace {

using Kind = Failure::Kind;

Failure no_backup(std::string const& path) {
  return {.kind = Kind::refused,
          .text = quoted(path) + " is not a backup of sievarr",
          .hint = "choose another file; it is left as it is"};
}

Failure the_same(std::string const& path) {
  return {.kind = Kind::refused,
          .text = quoted(path) + " is the database itself",
          .hint = "name a file elsewhere"};
}

bool are_the_same(std::string const& a, std::string const& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

/// Opens a backup for reading, once it is known to be whole and not newer than this program.
Outcome<Database> open_backup(std::string const& path) {
  auto const identity = identify(path);
  if (!identity) return identity.error();
  if (*identity == Identity::nothing)
    return Failure{.kind = Kind::missing,
                   .text = "there is no backup " + quoted(path),
                   .hint = "check the path"};
  if (*identity != Identity::ours) return no_backup(path);
  auto database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  auto const sound = check_sound(*database, path);
  if (!sound) return sound.error();
  auto const known = check_schema(*database, migrations());
  if (!known) return known.error();
  return database;
}

/// Replaces what is in a database that works; a copy of it is kept.
Outcome<Restored> replace(Database& backup, std::string const& path) {
  auto database = Database::open(path, Database::Access::write);
  if (!database) return database.error();
  auto done = check_sound(*database, path);
  if (!done) return done.error();
  Restored restored{path + ".before-restore"};
  done = database->copy_to(restored.kept);
  if (done) done = database->become(backup);
  if (!done) return done.error();
  return restored;
}

/// Puts the backup in the place of a file that is damaged. There is a file at that path all along:
/// where there is none, a start would begin anew.
Outcome<Restored> displace(Database& backup, std::string const& path) {
  Restored restored{path + ".damaged"};
  auto const ready = path + ".restored";
  auto done = backup.copy_to(ready);
  if (!done) return done.error();
  os::remove_file(restored.kept);
  std::error_code error;
  std::filesystem::create_hard_link(path, restored.kept, error);
  if (error) std::filesystem::copy_file(path, restored.kept, error);
  if (error) return os::unwritten(restored.kept, error.value());
  // A log of the old database must not meet the new one.
  auto const log = path + "-wal";
  if (os::exists(log)) done = os::move_file(log, restored.kept + "-wal");
  if (!done) return done.error();
  os::remove_file(path + "-shm");
  os::remove_file(path + "-journal");
  done = os::move_file(ready, path);
  if (!done) return done.error();
  return restored;
}

}  // namespace

Outcome<Done> backup(std::string const& path, std::string const& to) {
  auto const identity = admit(path);
  if (!identity) return identity.error();
  if (*identity == Identity::nothing)
    return Failure{.kind = Kind::missing,
                   .text = "there is no database " + quoted(path),
                   .hint = "fetch the catalogue first: sievarr sync"};
  if (are_the_same(path, to)) return the_same(to);
  if (std::filesystem::is_directory(to)) return no_backup(to);
  auto const there = identify(to);
  if (!there) return there.error();
  if (*there == Identity::foreign || *there == Identity::no_database) return no_backup(to);
  auto database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  return database->copy_to(to);
}

Outcome<Restored> restore(std::string const& from, std::string const& path) {
  if (are_the_same(from, path)) return the_same(from);
  auto const identity = identify(path);
  if (!identity) return identity.error();
  if (*identity == Identity::foreign) return admit(path).error();
  auto backup = open_backup(from);
  if (!backup) return backup.error();
  if (*identity == Identity::nothing) {
    // What a database that is gone has left must not meet the new one.
    for (auto const* const end : {"-wal", "-shm", "-journal"}) os::remove_file(path + end);
    auto const done = backup->copy_to(path);
    if (!done) return done.error();
    return Restored{};
  }
  if (*identity == Identity::no_database) return displace(*backup, path);
  auto replaced = replace(*backup, path);
  if (replaced || replaced.error().kind != Kind::corrupt) return replaced;
  return displace(*backup, path);
}

}  // namespace sievarr::store
