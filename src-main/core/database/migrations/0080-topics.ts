import type { Migration } from '../migrate'

/**
 * Topics: ordered collections of articles, nested; a removed one keeps its articles for as long as it can be restored.
 * Tags: colours, and the changes to many things at once that can be undone.
 */
export const topics: Migration = {
  version: 80,
  sql: `
    CREATE TABLE topics (
      id TEXT PRIMARY KEY,
      parent_id TEXT REFERENCES topics (id) ON DELETE CASCADE,
      title TEXT NOT NULL CHECK (title <> ''),
      -- Among the topics of the same parent; gaps and ties are allowed, ties go by age.
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      -- The same moment for all that were removed together.
      removed_at INTEGER,
      CHECK (parent_id IS NOT id)
    ) STRICT;
    CREATE INDEX topics_by_parent ON topics (parent_id);

    CREATE TABLE topic_articles (
      topic_id TEXT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (topic_id, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX topic_articles_by_article ON topic_articles (article_id);
    CREATE INDEX topic_articles_in_order ON topic_articles (topic_id, position);

    CREATE TABLE tag_colours (tag TEXT PRIMARY KEY, colour TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE tag_changes (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('rename', 'remove')),
      tag TEXT NOT NULL,
      -- The new name; null where the tag was removed.
      renamed_to TEXT,
      changed_at INTEGER NOT NULL,
      -- JSON: what was taken from and given to articles, annotations and notes, and the colours before.
      record TEXT NOT NULL
    ) STRICT;
  `,
}
