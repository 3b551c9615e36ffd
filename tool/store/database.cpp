#include "store/database.hpp"

#include "store/failure.hpp"

#include <sqlite3.h>

namespace sievarr::store {
namespace {

constexpr int patience_ms = 5'000;

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Outcome<Database> Database::open(std::string const& path, Access access) {
  auto const mode = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  sqlite3* opened = nullptr;
  auto const code = sqlite3_open_v2(path.c_str(), &opened,
                                    mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
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

Outcome<Done> Database::copy_to(std::string const& path) {
  auto statement = prepare("VACUUM INTO ?");
  if (!statement) return statement.error();
  statement->bind(1, path);
  return statement->run();
}

}  // namespace sievarr::store
