#pragma once

#include "store/statement.hpp"

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
  enum class Access : std::uint8_t { write, read };

  /// Opens a file that is there; nothing is asked or changed about what is in it.
  static Outcome<Database> open(std::string const& path, Access access);

  Outcome<Statement> prepare(std::string_view sql);

  /// Runs SQL that gives no rows; several statements may stand in it.
  Outcome<Done> run(std::string const& sql);

  /// The number in the first column of the only row.
  Outcome<std::int64_t> number(std::string_view sql);

  /// How many rows the last statement changed.
  std::int64_t changes() const;

  /// Writes a copy, consistent even while others write, to a file that is not there yet.
  Outcome<Done> copy_to(std::string const& path);

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  explicit Database(sqlite3* connection) : connection_(connection) {}

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace sievarr::store
