#include "migrations.hpp"

#include "transaction.hpp"

#include <sievarr/base/number.hpp>

#include <array>
#include <cstddef>
#include <string>

namespace sievarr::store {
namespace {

constexpr std::array<std::string_view, 5> steps_so_far = {
    R"sql(
CREATE TABLE shows (
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  tvdb_id INTEGER,
  imdb_id TEXT,
  type TEXT,
  language TEXT,
  country TEXT,
  status TEXT,
  premiered TEXT,
  ended TEXT,
  network TEXT,
  web_channel TEXT,
  genres TEXT NOT NULL,
  runtime INTEGER,
  average_runtime INTEGER,
  rating REAL,
  weight INTEGER,
  updated INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE processing (
  show_id INTEGER NOT NULL REFERENCES shows (id),
  status TEXT NOT NULL,
  category TEXT,
  selection TEXT,
  instance TEXT,
  series_id INTEGER,
  added TEXT,
  retries INTEGER NOT NULL,
  waiting_since TEXT,
  retry_at TEXT,
  abandoned INTEGER NOT NULL,
  error TEXT,
  failed_route TEXT,
  twin INTEGER,
  in_library INTEGER NOT NULL,
  word TEXT,
  changed INTEGER NOT NULL,
  PRIMARY KEY (show_id)
) STRICT;
CREATE INDEX processing_added ON processing (added) WHERE added IS NOT NULL;
CREATE TABLE absences (
  show_id INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  at TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (show_id)
) STRICT;
CREATE TABLE pages (
  page INTEGER NOT NULL,
  fate TEXT NOT NULL,
  made TEXT,
  fresh_until TEXT,
  etag TEXT,
  words TEXT NOT NULL,
  PRIMARY KEY (page)
) STRICT;
CREATE TABLE facts (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name)
) STRICT;
CREATE TABLE cycles (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  began TEXT NOT NULL,
  ended TEXT,
  requests INTEGER NOT NULL,
  shows_stored INTEGER NOT NULL,
  shows_gone INTEGER NOT NULL,
  shows_owed INTEGER NOT NULL,
  judged INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  added INTEGER NOT NULL,
  already_there INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  error TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE intents (
  id INTEGER NOT NULL,
  instance TEXT NOT NULL,
  show_id INTEGER NOT NULL,
  tvdb_id INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX intents_of_show ON intents (show_id);
CREATE TABLE endings (
  intent INTEGER NOT NULL REFERENCES intents (id),
  fate TEXT NOT NULL,
  series_id INTEGER,
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (intent)
) STRICT;
CREATE TABLE deeds (
  id INTEGER NOT NULL,
  show_id INTEGER NOT NULL,
  deed TEXT NOT NULL,
  was TEXT NOT NULL,
  became TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX deeds_of_show ON deeds (show_id);
)sql",
    R"sql(
CREATE TABLE runs (
  id INTEGER NOT NULL,
  job TEXT NOT NULL,
  lane TEXT NOT NULL,
  trigger TEXT NOT NULL,
  due TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  result TEXT,
  counts TEXT NOT NULL,
  error TEXT,
  correlation TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX runs_of_job ON runs (job, id);
)sql",
    R"sql(
CREATE TABLE activity (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  refs TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX activity_at ON activity (at);
)sql",
    R"sql(
CREATE TABLE sessions (
  id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  way TEXT NOT NULL,
  scope TEXT NOT NULL,
  key INTEGER,
  seal TEXT,
  created TEXT NOT NULL,
  used TEXT NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE access_keys (
  id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  description TEXT NOT NULL,
  scope TEXT NOT NULL,
  reads_per_minute INTEGER NOT NULL,
  writes_per_minute INTEGER NOT NULL,
  created TEXT NOT NULL,
  expires TEXT,
  used TEXT,
  address TEXT,
  revoked TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE access_counts (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  hour TEXT NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (kind, subject, hour)
) STRICT;
CREATE TABLE audit (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  way TEXT NOT NULL,
  address TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  difference TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit is only added to');
END;
)sql",
    R"sql(
ALTER TABLE processing ADD COLUMN later_until TEXT;
)sql",
};

Failure from_the_future(std::int64_t schema, std::size_t known) {
  return {.kind = Failure::Kind::outdated,
          .text = "the database has schema " + to_text(schema) + ", this program knows " +
                  to_text(known),
          .hint = "use the newer version of sievarr again, or restore a backup from before"};
}

Outcome<Done> take_step(Database& database, std::string_view step, std::size_t number) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto const done =
      database.run(std::string(step) + "PRAGMA user_version = " + to_text(number) + ";");
  if (!done) return done.error();
  return transaction->commit();
}

}  // namespace

std::span<std::string_view const> migrations() { return steps_so_far; }

Outcome<std::int64_t> schema_of(Database& database) {
  return database.number("PRAGMA user_version");
}

Outcome<std::int64_t> check_schema(Database& database, std::span<std::string_view const> steps) {
  auto const schema = schema_of(database);
  if (!schema) return schema.error();
  if (*schema < 0 || static_cast<std::size_t>(*schema) > steps.size())
    return from_the_future(*schema, steps.size());
  return schema;
}

Outcome<Done> migrate(Database& database, std::span<std::string_view const> steps) {
  auto const schema = check_schema(database, steps);
  if (!schema) return schema.error();
  for (auto number = static_cast<std::size_t>(*schema); number < steps.size(); ++number) {
    auto const done = take_step(database, steps[number], number + 1);
    if (!done) return done.error();
  }
  return Done{};
}

}  // namespace sievarr::store
