#include "add_journal.hpp"

#include <utility>

namespace sievarr::store {

Outcome<adding::Intent> AddJournalTable::open(adding::Intent intent) {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM intents");
  if (!last) return last.error();
  intent.id = *last + 1;
  auto const done = intents_.put(intent);
  if (!done) return done.error();
  return intent;
}

Outcome<adding::Intent> AddJournalTable::reopen(adding::Intent intent) {
  ++intent.attempts;
  auto const done = intents_.put(intent);
  if (!done) return done.error();
  return intent;
}

Outcome<std::vector<adding::Intent>> AddJournalTable::unfinished() {
  auto statement = database_.prepare(
      intents_.selection() +
      " WHERE NOT EXISTS (SELECT 1 FROM endings WHERE endings.intent = intents.id) ORDER BY id");
  if (!statement) return statement.error();
  return store::all<adding::Intent>(*statement);
}

Outcome<std::vector<Entry>> AddJournalTable::of_show(std::int64_t show_id) {
  auto statement = database_.prepare(intents_.selection() + " WHERE show_id = ? ORDER BY id");
  if (!statement) return statement.error();
  statement->bind(1, show_id);
  return with_endings(store::all<adding::Intent>(*statement));
}

Outcome<std::vector<Entry>> AddJournalTable::latest(std::int64_t most, std::int64_t before) {
  return with_endings(intents_.latest(most, before));
}

Outcome<std::vector<Entry>> AddJournalTable::all() {
  auto intents = intents_.all();
  if (!intents) return intents.error();
  auto endings = endings_.all();
  if (!endings) return endings.error();
  std::vector<Entry> entries;
  auto ending = endings->begin();
  for (auto& intent : *intents) {
    entries.push_back({std::move(intent)});
    if (ending != endings->end() && ending->intent == entries.back().intent.id)
      entries.back().ending = std::move(*ending++);
  }
  return entries;
}

Outcome<std::vector<Entry>> AddJournalTable::with_endings(
    Outcome<std::vector<adding::Intent>> intents) {
  if (!intents) return intents.error();
  std::vector<Entry> entries;
  for (auto& intent : *intents) {
    auto ending = endings_.find(intent.id);
    if (!ending) return ending.error();
    entries.push_back({std::move(intent), *std::move(ending)});
  }
  return entries;
}

}  // namespace sievarr::store
