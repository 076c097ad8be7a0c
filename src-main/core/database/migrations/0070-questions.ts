import type { Migration } from '../migrate'

/** Conversations: what was asked about an article, and what was answered then. */
export const questions: Migration = {
  version: 70,
  sql: `
    CREATE TABLE questions (
      id TEXT PRIMARY KEY,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      scope TEXT NOT NULL CHECK (scope IN ('article', 'library')),
      text TEXT NOT NULL,
      answer TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
    CREATE INDEX questions_by_article ON questions (article_id, asked_at);
  `,
}
