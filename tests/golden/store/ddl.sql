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
CREATE TABLE intents (
  id INTEGER NOT NULL,
  instance TEXT NOT NULL,
  show_id INTEGER NOT NULL,
  tvdb_id INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE endings (
  intent INTEGER NOT NULL REFERENCES intents (id),
  fate TEXT NOT NULL,
  series_id INTEGER,
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (intent)
) STRICT;
