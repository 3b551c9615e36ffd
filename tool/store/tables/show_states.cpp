#include "show_states.hpp"

#include <string_view>

namespace sievarr::store {

Outcome<std::int64_t> ShowStates::added_since(Instant since) {
  // Moments are stored with milliseconds or without, so as texts they sort by the second only.
  auto statement = database_.prepare(
      "SELECT count(*) FROM processing WHERE added >= ?1 AND "
      "strftime('%Y-%m-%dT%H:%M:%fZ', added) > ?2");
  if (!statement) return statement.error();
  auto const moment = to_fixed_text(since);
  constexpr std::size_t to_the_second = 19;
  statement->bind(1, std::string_view(moment).substr(0, to_the_second));
  statement->bind(2, std::string_view(moment));
  auto const row = statement->step();
  if (!row) return row.error();
  return statement->integer(0);
}

}  // namespace sievarr::store
