import type { Migration } from '../migrate'

/**
 * What was brought in from other readers, so that bringing it in again adds nothing twice. A highlight that a person removed is not
 * brought back; what an article had goes with the article.
 */
export const migrating: Migration = {
  version: 140,
  sql: `
    CREATE TABLE migrated_records (
      -- What the record is known by, whichever tool and file it comes from.
      key TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      PRIMARY KEY (key, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX migrated_records_by_article ON migrated_records (article_id);
    -- Articles that are known from excerpts alone.
    CREATE INDEX articles_not_fetched ON articles (added_at) WHERE format = 'excerpts';
  `,
}
