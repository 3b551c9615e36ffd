#include "admission.hpp"

#include "os/write_file.hpp"
#include "tvmaze_sync.hpp"

#include <sievarr/base/text.hpp>

namespace sievarr::store {
namespace {

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

}  // namespace

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

}  // namespace sievarr::store
