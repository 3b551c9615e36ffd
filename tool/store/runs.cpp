#include "runs.hpp"

#include "transaction.hpp"

#include <string>
#include <utility>

namespace sievarr::store {
namespace {

constexpr auto memory_name = "jobs";

}  // namespace

Outcome<Done> Runs::write(JobChanges const& changes) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto const done = put(changes);
  if (!done) return done.error();
  return transaction->commit();
}

Outcome<Done> Runs::put(JobChanges const& changes) {
  for (auto const& run : changes.runs) {
    auto const done = runs_.put(run);
    if (!done) return done.error();
  }
  if (!changes.memory) return Done{};
  return facts_.put({.name = memory_name, .value = derive::to_json(*changes.memory)});
}

Outcome<schedule::JobMemory> Runs::memory() {
  auto const fact = facts_.find(std::string(memory_name));
  if (!fact) return fact.error();
  if (!*fact) return schedule::JobMemory{};
  auto read = derive::from_json<schedule::JobMemory>((*fact)->value, memory_name);
  if (!has_errors(read.problems)) return std::move(read.value);
  return Failure{
      .kind = Failure::Kind::corrupt,
      .text = "what is stored of the jobs cannot be read: " + to_text(read.problems.front()),
      .hint = "restore a backup"};
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
  std::vector<schedule::RunRecord> found;
  auto const done = each<schedule::RunRecord>(
      *statement, [&](schedule::RunRecord run) { found.push_back(std::move(run)); });
  if (!done) return done.error();
  return found;
}

Outcome<Done> Runs::end_lost() {
  return database_.run("UPDATE runs SET result = 'lost' WHERE result IS NULL");
}

}  // namespace sievarr::store
