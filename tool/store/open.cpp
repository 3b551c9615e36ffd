#include "open.hpp"

#include "os/file.hpp"
#include "os/folder.hpp"
#include "os/write_file.hpp"
#include "tvmaze_sync.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <array>
#include <cstddef>
#include <fstream>

namespace sievarr::store {
namespace {

// The layout of the header is a promise of SQLite's file format.
constexpr std::size_t header_size = 100;
constexpr std::size_t application_id_at = 68;
constexpr std::string_view magic("SQLite format 3\0", 16);

std::int32_t number_at(std::string_view header, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(header[at + i]);
  return static_cast<std::int32_t>(number);
}

constexpr auto after_damage =
    "restore a backup, or move the file away to begin anew; it is left as it is";

Failure not_ours(std::string const& path) {
  Failure failure{.kind = Failure::Kind::refused,
                  .text = quoted(path) + " is the database of another program",
                  .hint = "choose another storage.path; it is left as it is"};
  if (!is_tvmaze_sync(path)) return failure;
  failure.text = quoted(path) + " is the database of tvmaze-sync";
  failure.hint =
      "choose another storage.path, and read what tvmaze-sync has stored with: sievarr import "
      "tvmaze-sync " +
      os::folder_of(path);
  return failure;
}

Failure no_database(std::string const& path) {
  return {.kind = Failure::Kind::corrupt,
          .text = quoted(path) + " is not a database",
          .hint = after_damage};
}

Failure missing(std::string const& path) {
  return {.kind = Failure::Kind::missing,
          .text = "there is no database " + quoted(path),
          .hint = "fetch the catalogue first: sievarr sync"};
}

/// A reader changes nothing: an older schema waits for a writer.
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

std::string database_in(std::string const& folder) { return folder + "/shows.db"; }

Outcome<os::Lock> take_lock(std::string const& folder, std::string_view holder) {
  auto const made = os::make_folder(folder);
  if (!made) return made.error();
  return os::Lock::take(folder + "/lock", holder);
}

Outcome<Identity> identify(std::string const& path) {
  if (!os::exists(path)) return Identity::nothing;
  std::ifstream file(path, std::ios::binary);
  std::array<char, header_size> bytes{};
  file.read(bytes.data(), bytes.size());
  if (!file.is_open() || file.bad())
    return Failure{.kind = Failure::Kind::denied,
                   .text = quoted(path) + " cannot be read",
                   .hint = "let this user read and write the file and its folder"};
  std::string_view const header(bytes.data(), static_cast<std::size_t>(file.gcount()));
  if (header.empty()) return Identity::nothing;
  if (header.size() < header_size || !header.starts_with(magic)) return Identity::no_database;
  return number_at(header, application_id_at) == application_id ? Identity::ours
                                                                : Identity::foreign;
}

Outcome<Identity> admit(std::string const& path) {
  auto identity = identify(path);
  if (!identity) return identity;
  if (*identity == Identity::foreign) return not_ours(path);
  if (*identity == Identity::no_database) return no_database(path);
  return identity;
}

Outcome<Done> check_sound(Database& database, std::string const& path) {
  auto statement = database.prepare("PRAGMA quick_check(1)");
  if (!statement) return statement.error();
  auto const row = statement->step();
  if (!row) return row.error();
  if (!*row || statement->text(0) == "ok") return Done{};
  return Failure{
      .kind = Failure::Kind::corrupt,
      .text = quoted(path) + ": the database is damaged (" + std::string(statement->text(0)) + ")",
      .hint = after_damage};
}

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
