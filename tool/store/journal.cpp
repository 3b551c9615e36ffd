#include "store/journal.hpp"

#include <utility>

namespace sievarr::store {

Outcome<decide::Intent> Journal::open(decide::Intent intent) {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM intents");
  if (!last) return last.error();
  intent.id = *last + 1;
  auto const done = intents_.put(intent);
  if (!done) return done.error();
  return intent;
}

Outcome<decide::Intent> Journal::reopen(decide::Intent intent) {
  ++intent.attempts;
  auto const done = intents_.put(intent);
  if (!done) return done.error();
  return intent;
}

Outcome<Done> Journal::close(decide::Ending const& ending) { return endings_.put(ending); }

Outcome<std::vector<decide::Intent>> Journal::unfinished() {
  auto statement = database_.prepare(
      intents_.selection() +
      " WHERE NOT EXISTS (SELECT 1 FROM endings WHERE endings.intent = intents.id) ORDER BY id");
  if (!statement) return statement.error();
  std::vector<decide::Intent> open;
  auto const done = each<decide::Intent>(
      *statement, [&](decide::Intent intent) { open.push_back(std::move(intent)); });
  if (!done) return done.error();
  return open;
}

}  // namespace sievarr::store
