import type { Migration } from '../migrate'

/** ZIM archives that a person browses, and which of their pages became articles. */
export const archives: Migration = {
  version: 40,
  sql: `
    CREATE TABLE archives (
      id TEXT PRIMARY KEY,
      -- The archive's own: the same for each copy of the file.
      uuid TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      is_copy INTEGER NOT NULL CHECK (is_copy IN (0, 1)),
      title TEXT NOT NULL,
      description TEXT,
      language TEXT,
      creator TEXT,
      publisher TEXT,
      date TEXT,
      article_count INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      icon TEXT,
      added_at INTEGER NOT NULL
    ) STRICT;

    -- Kept by the archive's own name, so that it is known again when it is added again.
    CREATE TABLE archive_articles (
      uuid TEXT NOT NULL,
      path TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      PRIMARY KEY (uuid, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX archive_articles_by_article ON archive_articles (article_id);
  `,
}
