import type { Migration } from '../migrate'

/**
 * Search rows carry their meaning in their number, so that ranking and counting need no other table:
 * `kind << 50 | document << 20 | place` (see core/search/row-ids.ts). What was indexed is indexed anew by the next process that
 * stays; until then `search_todo` says what is missing.
 */
export const search: Migration = {
  version: 100,
  sql: `
    DROP TABLE search_index;
    DROP TABLE search_rows;

    -- The number of an article among those that are found; it keeps it when it is indexed anew.
    CREATE TABLE search_articles (
      doc INTEGER PRIMARY KEY,
      article_id TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE search_rows (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('passage', 'highlight', 'note', 'own-note', 'answer')),
      -- Null for what belongs to no article.
      article_id TEXT REFERENCES articles (id) ON DELETE CASCADE,
      snapshot_id TEXT,
      annotation_id TEXT,
      note_id TEXT,
      question_id TEXT,
      conversation_id TEXT,
      topic_id TEXT,
      start_offset INTEGER,
      end_offset INTEGER,
      breaks TEXT NOT NULL DEFAULT '[]',
      -- What a result shows of a note that stands alone or of an answer; other kinds have it where they come from.
      title TEXT,
      text TEXT,
      written_at INTEGER
    ) STRICT;
    CREATE INDEX search_rows_by_article ON search_rows (article_id) WHERE article_id IS NOT NULL;
    CREATE INDEX search_rows_by_annotation ON search_rows (annotation_id) WHERE annotation_id IS NOT NULL;
    CREATE INDEX search_rows_by_note ON search_rows (note_id) WHERE note_id IS NOT NULL;
    CREATE INDEX search_rows_by_question ON search_rows (question_id) WHERE question_id IS NOT NULL;
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, section, body,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    );
    -- What a person wrote and marked has an index of its own: few rows, found without walking through the passages.
    CREATE VIRTUAL TABLE search_index_own USING fts5 (
      title, section, body,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    );
    -- Titles once for each article, by its number: for words that stand in too many passages to weigh them all.
    CREATE VIRTUAL TABLE search_index_titles USING fts5 (
      title, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    );
    -- Rows also go by cascade, when their article is deleted for good.
    CREATE TRIGGER search_passage_removed AFTER DELETE ON search_rows WHEN old.kind = 'passage' BEGIN
      DELETE FROM search_index WHERE rowid = old.id;
    END;
    CREATE TRIGGER search_own_removed AFTER DELETE ON search_rows WHEN old.kind <> 'passage' BEGIN
      DELETE FROM search_index_own WHERE rowid = old.id;
    END;
    CREATE TRIGGER search_article_removed AFTER DELETE ON search_articles BEGIN
      DELETE FROM search_index_titles WHERE rowid = old.doc;
    END;

    -- The library's own words, for what was misspelt: folded, and as a text spells it. Words stay when their texts go.
    CREATE TABLE search_words (
      word TEXT PRIMARY KEY,
      shown TEXT NOT NULL,
      -- Its last letters, to find it when its first is wrong.
      tail TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_words_by_tail ON search_words (tail);
    -- Which terms of the index are forms of one word in a language other than English.
    CREATE TABLE search_forms (
      language TEXT NOT NULL,
      stem TEXT NOT NULL,
      term TEXT NOT NULL,
      PRIMARY KEY (language, stem, term)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE search_todo (
      kind TEXT NOT NULL CHECK (kind IN ('article', 'annotation', 'note', 'question')),
      id TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO search_todo SELECT 'article', id FROM articles;
    INSERT INTO search_todo SELECT 'annotation', id FROM annotations WHERE removed_at IS NULL;
    INSERT INTO search_todo SELECT 'question', id FROM questions WHERE removed_at IS NULL;

    CREATE TABLE saved_searches (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      query TEXT NOT NULL,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
  `,
}
