#include "cycles.hpp"

namespace sievarr::store {

Outcome<std::int64_t> Cycles::next_number() {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM cycles");
  if (!last) return last.error();
  return *last + 1;
}

Outcome<std::vector<status::CycleRecord>> Cycles::latest(std::int64_t most, std::int64_t before) {
  auto statement =
      database_.prepare(cycles_.selection() + " WHERE id < ? ORDER BY id DESC LIMIT ?");
  if (!statement) return statement.error();
  statement->bind(1, before);
  statement->bind(2, most);
  return all<status::CycleRecord>(*statement);
}

}  // namespace sievarr::store
