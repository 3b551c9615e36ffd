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
  changed INTEGER NOT NULL, later_until TEXT,
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
CREATE TABLE activity (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  refs TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX activity_at ON activity (at);
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
