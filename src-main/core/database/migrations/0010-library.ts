import type { Migration } from '../migrate'

/** The first shape of a library. */
export const library: Migration = {
  version: 10,
  sql: `
    CREATE TABLE articles (
      id TEXT PRIMARY KEY,
      snapshot_id TEXT NOT NULL REFERENCES snapshots (id) DEFERRABLE INITIALLY DEFERRED,
      title TEXT NOT NULL,
      byline TEXT,
      site_name TEXT,
      source_url TEXT,
      url_key TEXT,
      published_at TEXT,
      language TEXT,
      direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
      excerpt TEXT NOT NULL,
      format TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('inbox', 'reading', 'archive')),
      favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
      word_count INTEGER NOT NULL,
      progress_offset INTEGER NOT NULL DEFAULT 0,
      progress_fraction REAL NOT NULL DEFAULT 0.0,
      added_at INTEGER NOT NULL,
      opened_at INTEGER,
      trashed_at INTEGER
    ) STRICT;
    CREATE INDEX articles_by_status ON articles (trashed_at, status, added_at DESC);
    CREATE INDEX articles_by_snapshot ON articles (snapshot_id);
    CREATE INDEX articles_by_url ON articles (url_key) WHERE url_key IS NOT NULL;

    CREATE TABLE snapshots (
      id TEXT PRIMARY KEY,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      created_at INTEGER NOT NULL,
      text_version INTEGER NOT NULL,
      text_hash TEXT NOT NULL,
      text_length INTEGER NOT NULL,
      truncated INTEGER NOT NULL CHECK (truncated IN (0, 1)),
      licence TEXT,
      provenance TEXT NOT NULL,
      outline TEXT NOT NULL,
      facts TEXT NOT NULL,
      reference_list TEXT NOT NULL,
      categories TEXT NOT NULL,
      -- The bulk stands last: SQLite walks through every column before the one that is asked for.
      text TEXT NOT NULL,
      html TEXT NOT NULL
    ) STRICT;
    CREATE INDEX snapshots_by_article ON snapshots (article_id, created_at);
    CREATE INDEX snapshots_by_text ON snapshots (text_hash);

    CREATE TABLE snapshot_assets (
      snapshot_id TEXT NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
      asset_id TEXT NOT NULL,
      PRIMARY KEY (snapshot_id, asset_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX snapshot_assets_by_asset ON snapshot_assets (asset_id);

    CREATE TABLE article_tags (
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      tag TEXT NOT NULL,
      PRIMARY KEY (article_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_tags_by_tag ON article_tags (tag);

    CREATE TABLE annotations (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('highlight', 'article-note')),
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      snapshot_id TEXT REFERENCES snapshots (id) ON DELETE CASCADE,
      start_offset INTEGER,
      end_offset INTEGER,
      exact TEXT,
      prefix TEXT,
      suffix TEXT,
      colour TEXT,
      body TEXT,
      body_text TEXT NOT NULL DEFAULT '',
      revision INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER,
      CHECK ((kind = 'highlight') = (snapshot_id IS NOT NULL)),
      CHECK (kind <> 'highlight' OR (start_offset < end_offset AND exact <> '' AND colour IS NOT NULL))
    ) STRICT;
    CREATE INDEX annotations_by_article ON annotations (article_id, start_offset);
    CREATE INDEX annotations_by_snapshot ON annotations (snapshot_id) WHERE snapshot_id IS NOT NULL;
    CREATE INDEX live_highlights ON annotations (article_id) WHERE kind = 'highlight' AND removed_at IS NULL;
    CREATE UNIQUE INDEX one_note_per_article ON annotations (article_id)
      WHERE kind = 'article-note' AND removed_at IS NULL;

    CREATE TABLE annotation_tags (
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
      tag TEXT NOT NULL,
      PRIMARY KEY (annotation_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag);

    CREATE TABLE note_revisions (
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      body TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      PRIMARY KEY (annotation_id, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE search_rows (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('passage', 'highlight', 'note')),
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      snapshot_id TEXT,
      annotation_id TEXT,
      start_offset INTEGER,
      end_offset INTEGER,
      breaks TEXT NOT NULL DEFAULT '[]'
    ) STRICT;
    CREATE INDEX search_rows_by_article ON search_rows (article_id);
    CREATE INDEX search_rows_by_annotation ON search_rows (annotation_id) WHERE annotation_id IS NOT NULL;
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, section, body,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    );
    -- Rows also go by cascade, when their article is deleted for good.
    CREATE TRIGGER search_rows_removed AFTER DELETE ON search_rows BEGIN
      DELETE FROM search_index WHERE rowid = old.id;
    END;
  `,
}
