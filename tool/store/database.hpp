#pragma once

#include "statement.hpp"

#include <sievarr/base/failure.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace sievarr::store {

/// A connection to a database. One thread uses it at a time.
class Database {
 public:
  /// With look nothing is left behind, and nothing is seen that another program has not finished.
  enum class Access : std::uint8_t { write, read, look };

  /// Opens a file that is there; nothing is asked or changed about what is in it.
  static Outcome<Database> open(std::string const& path, Access access);

  Outcome<Statement> prepare(std::string_view sql);

  /// Runs SQL that gives no rows; several statements may stand in it.
  Outcome<Done> run(std::string const& sql);

  /// The number in the first column of the only row.
  Outcome<std::int64_t> number(std::string_view sql);

  /// How many rows the last statement changed.
  std::int64_t changes() const;

  /// Puts a copy, consistent even while others write, in the place of a file, as a whole or not at
  /// all. It consists of that file alone.
  Outcome<Done> copy_to(std::string const& path);

  /// Replaces all that is in this database by what is in another one, as a whole or not at all.
  Outcome<Done> become(Database& other);

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  explicit Database(sqlite3* connection) : connection_(connection) {}

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace sievarr::store
