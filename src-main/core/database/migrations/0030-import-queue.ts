import type { Migration } from '../migrate'

/** Imports and their items outlive the process that works on them. */
export const importQueue: Migration = {
  version: 30,
  sql: `
    CREATE TABLE imports (
      id TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done')),
      on_known TEXT NOT NULL,
      finished_at INTEGER,
      -- The process that works on it, and when it last said that it lives.
      owner TEXT,
      beat_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX imports_by_time ON imports (created_at);

    CREATE TABLE import_items (
      id TEXT PRIMARY KEY,
      import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      origin TEXT NOT NULL,
      state TEXT NOT NULL,
      -- How often it was begun and not ended: what ends the process twice is given up.
      tries INTEGER NOT NULL DEFAULT 0,
      choice TEXT,
      article_id TEXT,
      title TEXT,
      remark TEXT,
      error TEXT,
      known TEXT,
      took_ms INTEGER
    ) STRICT;
    CREATE INDEX import_items_by_state ON import_items (import_id, state, position);

    CREATE INDEX articles_by_title ON articles (title);
  `,
}
