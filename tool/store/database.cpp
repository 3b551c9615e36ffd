#include "database.hpp"

#include "failure.hpp"
#include "os/write_file.hpp"

#include <sqlite3.h>

#include <utility>

namespace sievarr::store {
namespace {

constexpr int patience_ms = 5'000;

/// SQLite counts the bytes that it holds, under a lock; nobody asks for that number. This has no
/// effect once SQLite has begun.
int count_no_bytes() { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// A path as a URI that tells SQLite to touch nothing beside the file.
std::string untouched(std::string const& path) {
  std::string uri = "file:";
  for (char const letter : path) {
    if (std::string_view("%?#").find(letter) == std::string_view::npos) {
      uri += letter;
      continue;
    }
    auto const byte = static_cast<unsigned char>(letter);
    uri += '%';
    uri += "0123456789ABCDEF"[byte >> 4];
    uri += "0123456789ABCDEF"[byte & 15];
  }
  return uri + "?immutable=1";
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Outcome<Database> Database::open(std::string const& path, Access access) {
  [[maybe_unused]] static int const once = count_no_bytes();
  bool const looks = access == Access::look;
  auto mode = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  mode |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (looks ? SQLITE_OPEN_URI : 0);
  sqlite3* opened = nullptr;
  auto const name = looks ? untouched(path) : path;
  auto const code = sqlite3_open_v2(name.c_str(), &opened, mode, nullptr);
  Database database(opened);
  if (code != SQLITE_OK)
    return failure_of(code, path, opened == nullptr ? "no memory" : sqlite3_errmsg(opened));
  sqlite3_busy_timeout(opened, patience_ms);
  return database;
}

Outcome<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* compiled = nullptr;
  auto const code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                       0, &compiled, nullptr);
  if (code != SQLITE_OK) return failure_of(connection_.get());
  return Statement(compiled);
}

Outcome<Done> Database::run(std::string const& sql) {
  auto const code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure_of(connection_.get());
  return Done{};
}

Outcome<std::int64_t> Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  auto const row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_.get()); }

Outcome<Done> Database::become(Database& other) {
  auto* const backup =
      sqlite3_backup_init(connection_.get(), "main", other.connection_.get(), "main");
  if (backup == nullptr) return failure_of(connection_.get());
  sqlite3_backup_step(backup, -1);
  auto const code = sqlite3_backup_finish(backup);
  if (code != SQLITE_OK) return failure_of(connection_.get());
  return Done{};
}

Outcome<Done> Database::copy_to(std::string const& path) {
  // Under another name until it is whole; what a crash left there is begun anew.
  auto const unfinished = path + ".tmp";
  auto done = os::write_file(unfinished, "");
  if (!done) return done;
  {
    auto copy = open(unfinished, Access::write);
    done = copy ? copy->become(*this) : Outcome<Done>(copy.error());
    if (done) done = copy->run("PRAGMA journal_mode = DELETE");
  }
  if (done) done = os::move_file(unfinished, path);
  if (!done)
    for (auto const* const end : {"", "-journal", "-wal", "-shm"})
      os::remove_file(unfinished + end);
  return done;
}

}  // namespace sievarr::store
