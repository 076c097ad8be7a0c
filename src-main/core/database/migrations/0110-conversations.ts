import type { Migration } from '../migrate'

/** A version 4 UUID in SQL. */
const UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||
  substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`

/** Conversations of their own, several for an article, a topic or the library; what was asked so far becomes one for each article. */
export const conversations: Migration = {
  version: 110,
  sql: `
    CREATE TABLE conversations (
      id TEXT PRIMARY KEY,
      -- Neither for the library's.
      article_id TEXT REFERENCES articles (id) ON DELETE CASCADE,
      topic_id TEXT REFERENCES topics (id) ON DELETE CASCADE,
      -- Null until a person names it.
      title TEXT CHECK (title <> ''),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER,
      CHECK (article_id IS NULL OR topic_id IS NULL)
    ) STRICT;
    CREATE INDEX conversations_by_article ON conversations (article_id, updated_at);
    CREATE INDEX conversations_by_topic ON conversations (topic_id, updated_at);

    INSERT INTO conversations (id, article_id, created_at, updated_at)
      SELECT ${UUID}, article_id, min(asked_at), max(asked_at) FROM questions GROUP BY article_id;

    CREATE TABLE asked (
      id TEXT PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
      -- JSON: what was asked.
      scope TEXT NOT NULL,
      -- The selected words that were asked; null for other scopes.
      selected TEXT,
      text TEXT NOT NULL,
      -- JSON: what the embedded engine answered.
      answer TEXT NOT NULL,
      -- JSON: what a local model wrote; null where none was asked.
      written TEXT,
      asked_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
    INSERT INTO asked (id, conversation_id, scope, text, answer, asked_at, removed_at)
      SELECT q.id, c.id,
        CASE q.scope WHEN 'article' THEN json_object('kind', 'article', 'articleId', q.article_id)
          ELSE json_object('kind', 'library') END,
        q.text, q.answer, q.asked_at, q.removed_at
      FROM questions q JOIN conversations c ON c.article_id = q.article_id ORDER BY q.asked_at, q.rowid;
    DROP TABLE questions;
    ALTER TABLE asked RENAME TO questions;
    CREATE INDEX questions_by_conversation ON questions (conversation_id, asked_at);
  `,
}
