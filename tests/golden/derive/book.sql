CREATE TABLE books (
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  score REAL,
  binding TEXT NOT NULL,
  authors TEXT NOT NULL,
  topic TEXT,
  labels TEXT NOT NULL,
  pages TEXT NOT NULL,
  copies TEXT NOT NULL,
  since TEXT,
  length TEXT NOT NULL,
  signed INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;
INSERT INTO books (id, title, score, binding, authors, topic, labels, pages, copies, since, length, signed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, score = excluded.score, binding = excluded.binding, authors = excluded.authors, topic = excluded.topic, labels = excluded.labels, pages = excluded.pages, copies = excluded.copies, since = excluded.since, length = excluded.length, signed = excluded.signed
