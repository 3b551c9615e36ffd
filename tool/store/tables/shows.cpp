#include "shows.hpp"

namespace sievarr::store {

Outcome<mirror::Stamps> Shows::stamps() {
  auto statement = database_.prepare("SELECT id, updated FROM shows ORDER BY id");
  if (!statement) return statement.error();
  mirror::Stamps stamps;
  while (true) {
    auto const row = statement->step();
    if (!row) return row.error();
    if (!*row) return stamps;
    stamps.push_back({statement->integer(0), statement->integer(1)});
  }
}

}  // namespace sievarr::store
