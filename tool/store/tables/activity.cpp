#include "activity.hpp"

#include <string_view>

namespace sievarr::store {

Outcome<Done> ActivityTable::add(std::vector<status::ActivityRecord> records) {
  if (records.empty()) return Done{};
  auto last = database_.number("SELECT coalesce(max(id), 0) FROM activity");
  if (!last) return last.error();
  for (auto& record : records) record.id = ++*last;
  return activity_.put_all(records);
}

Outcome<Done> ActivityTable::forget_before(Instant moment) {
  auto statement = database_.prepare("DELETE FROM activity WHERE at < ?");
  if (!statement) return statement.error();
  statement->bind(1, std::string_view(to_text(std::chrono::floor<std::chrono::seconds>(moment))));
  return statement->run();
}

}  // namespace sievarr::store
