#include "runs.hpp"

#include "store/transaction.hpp"

#include <utility>

namespace sievarr::store {

Outcome<Done> Runs::write(JobChanges const& changes) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto const done = put(changes);
  if (!done) return done.error();
  return transaction->commit();
}

Outcome<Done> Runs::put(JobChanges const& changes) {
  auto const done = runs_.put_all(changes.runs);
  if (!done || !changes.memory) return done;
  return memory_.put(*changes.memory);
}

Outcome<std::int64_t> Runs::next_run() {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM runs");
  if (!last) return last.error();
  return *last + 1;
}

Outcome<std::vector<schedule::RunRecord>> Runs::latest(std::string_view job, std::int64_t most) {
  auto statement = database_.prepare(runs_.selection() + " WHERE job = ? ORDER BY id DESC LIMIT ?");
  if (!statement) return statement.error();
  statement->bind(1, job);
  statement->bind(2, most);
  return store::all<schedule::RunRecord>(*statement);
}

Outcome<Done> Runs::end_lost() {
  return database_.run("UPDATE runs SET result = 'lost' WHERE result IS NULL");
}

}  // namespace sievarr::store
