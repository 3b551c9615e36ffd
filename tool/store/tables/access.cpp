#include "access.hpp"

#include "store/transaction.hpp"

#include <utility>

namespace sievarr::store {

Outcome<Done> AccessTables::write(AccessChanges const& changes) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto const done = put(changes);
  if (!done) return done.error();
  return transaction->commit();
}

Outcome<Done> AccessTables::put(AccessChanges const& changes) {
  auto done = sessions_.put_all(changes.sessions);
  for (auto const id : changes.ended_sessions)
    if (done) done = end(id);
  if (done) done = keys_.put_all(changes.keys);
  for (auto const& count : changes.counts)
    if (done) done = add(count);
  if (done && changes.password) done = password_.put(*changes.password);
  if (done && changes.audit) done = audit_.append(*changes.audit);
  return done;
}

Outcome<Done> AccessTables::end(std::int64_t session) {
  auto statement = database_.prepare("DELETE FROM sessions WHERE id = ?");
  if (!statement) return statement.error();
  statement->bind(1, session);
  return statement->run();
}

Outcome<Done> AccessTables::add(access::AccessCount const& count) {
  auto statement = database_.prepare(
      "INSERT INTO access_counts (" + derive::sql_column_list<access::AccessCount>() +
      ") VALUES (?, ?, ?, ?) ON CONFLICT (" + derive::sql_key<access::AccessCount>() +
      ") DO UPDATE SET requests = requests + excluded.requests");
  if (!statement) return statement.error();
  bind(*statement, count);
  return statement->run();
}

Outcome<Done> AuditTable::append(access::AuditRecord record) {
  auto last = latest(1);
  if (!last) return last.error();
  auto const before = last->empty() ? std::nullopt : std::optional(last->front());
  return audit_.put(access::chained(std::move(record), before));
}

Outcome<std::vector<access::AccessCount>> AccessTables::counts_since(access::Counted kind,
                                                                     Instant hour) {
  Table<access::AccessCount> counts(database_, "access_counts");
  auto statement =
      database_.prepare(counts.selection() + " WHERE kind = ? AND hour >= ? ORDER BY hour");
  if (!statement) return statement.error();
  bind_value(*statement, 1, kind);
  bind_value(*statement, 2, hour);
  return store::all<access::AccessCount>(*statement);
}

}  // namespace sievarr::store
