#include "open.hpp"

#include "admission.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

namespace sievarr::store {
namespace {

Failure missing(std::string const& path) {
  return {.kind = Failure::Kind::missing,
          .text = "there is no database " + quoted(path),
          .hint = "fetch the catalogue first: sievarr sync"};
}

/// A reader changes nothing: an older schema waits for whoever writes.
Failure behind(std::string const& path) {
  return {.kind = Failure::Kind::missing,
          .text = quoted(path) + " was written by an older version",
          .hint = "bring it up to date first: sievarr sync"};
}

/// The mark comes first and outside the log: from then on nobody takes the file for foreign. It is
/// looked for inside the database, since opening a file may have undone what its header said.
Outcome<Done> settle(Database& database) {
  auto const mark = database.number("PRAGMA application_id");
  if (!mark) return mark.error();
  if (*mark != application_id) {
    auto const marked = database.run("PRAGMA application_id = " + to_text(application_id));
    if (!marked) return marked.error();
  }
  return database.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      "PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 8388608;");
}

/// A copy of a database that is about to be changed in shape, once for each shape.
Outcome<Done> keep_copy(Database& database, std::string const& path, std::size_t newest) {
  auto const schema = schema_of(database);
  if (!schema) return schema.error();
  if (*schema == 0 || static_cast<std::size_t>(*schema) >= newest) return Done{};
  auto const copy = path + ".schema-" + to_text(*schema);
  if (os::exists(copy)) return Done{};
  return database.copy_to(copy);
}

}  // namespace

Outcome<Database> open_store(std::string const& path, std::span<std::string_view const> steps) {
  auto const identity = admit(path);
  if (!identity) return identity.error();
  if (!os::exists(path)) {
    auto const made = os::write_file(path, "");
    if (!made) return made.error();
  }
  auto database = Database::open(path, Database::Access::write);
  if (!database) return database.error();
  // Before anything is written: damage is left as it is.
  auto done = check_sound(*database, path);
  if (done) done = settle(*database);
  if (done) done = keep_copy(*database, path, steps.size());
  if (done) done = migrate(*database, steps);
  if (!done) return done.error();
  return database;
}

Outcome<Database> open_to_read(std::string const& path, std::span<std::string_view const> steps) {
  auto const identity = admit(path);
  if (!identity) return identity.error();
  if (*identity == Identity::nothing) return missing(path);
  auto database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  auto const schema = schema_of(*database);
  if (!schema) return schema.error();
  if (static_cast<std::size_t>(*schema) < steps.size()) return behind(path);
  auto const done = migrate(*database, steps);
  if (!done) return done.error();
  return database;
}

}  // namespace sievarr::store
