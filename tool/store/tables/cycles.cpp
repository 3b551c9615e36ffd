#include "cycles.hpp"

namespace sievarr::store {

Outcome<std::int64_t> Cycles::next_number() {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM cycles");
  if (!last) return last.error();
  return *last + 1;
}

}  // namespace sievarr::store
