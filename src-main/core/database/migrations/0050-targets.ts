import type { Migration } from '../migrate'

/**
 * An annotation keeps its identity while its article gets new snapshots: where it stands is said once for each snapshot, and
 * never changed afterwards. `target_id` is the place in force. A highlight whose place in force is not in its article's
 * current snapshot is an orphan.
 *
 * Tables that refer to a rebuilt one are rebuilt with it: dropping a table deletes what refers to it.
 */
export const targets: Migration = {
  version: 50,
  sql: `
    ALTER TABLE note_revisions RENAME TO note_revisions_before;
    ALTER TABLE annotation_tags RENAME TO annotation_tags_before;
    ALTER TABLE annotations RENAME TO annotations_before;
    DROP INDEX annotations_by_article;
    DROP INDEX annotations_by_snapshot;
    DROP INDEX live_highlights;
    DROP INDEX one_note_per_article;
    DROP INDEX annotation_tags_by_tag;

    CREATE TABLE annotation_targets (
      id INTEGER PRIMARY KEY,
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      snapshot_id TEXT NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      -- By hand: made, attached. Else how it was found again, and how sure that is.
      method TEXT NOT NULL CHECK (method IN ('made', 'attached', 'same-text', 'diff', 'quote', 'fuzzy')),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      -- The words before, where they were others.
      previous_exact TEXT,
      CHECK (start_offset < end_offset AND exact <> '')
    ) STRICT;
    CREATE INDEX annotation_targets_by_annotation ON annotation_targets (annotation_id);
    CREATE INDEX annotation_targets_by_snapshot ON annotation_targets (snapshot_id);

    CREATE TABLE annotations (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('highlight', 'article-note')),
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      target_id INTEGER REFERENCES annotation_targets (id) DEFERRABLE INITIALLY DEFERRED,
      -- The snapshot for which a person said that the highlight may stay without a place.
      kept_in TEXT,
      colour TEXT,
      body TEXT,
      body_text TEXT NOT NULL DEFAULT '',
      revision INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER,
      CHECK ((kind = 'highlight') = (target_id IS NOT NULL)),
      CHECK (kind <> 'highlight' OR colour IS NOT NULL)
    ) STRICT;
    CREATE INDEX annotations_by_article ON annotations (article_id);
    CREATE INDEX annotations_by_target ON annotations (target_id) WHERE target_id IS NOT NULL;
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

    INSERT INTO annotation_targets (annotation_id, snapshot_id, start_offset, end_offset, exact, prefix, suffix, method, score)
      SELECT id, snapshot_id, start_offset, end_offset, exact, prefix, suffix, 'made', 1.0
      FROM annotations_before WHERE kind = 'highlight' ORDER BY created_at, id;
    INSERT INTO annotations (id, kind, article_id, target_id, colour, body, body_text, revision, created_at, updated_at, removed_at)
      SELECT b.id, b.kind, b.article_id, t.id, b.colour, b.body, b.body_text, b.revision, b.created_at, b.updated_at, b.removed_at
      FROM annotations_before b LEFT JOIN annotation_targets t ON t.annotation_id = b.id;
    INSERT INTO annotation_tags SELECT annotation_id, tag FROM annotation_tags_before;
    INSERT INTO note_revisions SELECT annotation_id, revision, body, saved_at FROM note_revisions_before;

    DROP TABLE note_revisions_before;
    DROP TABLE annotation_tags_before;
    DROP TABLE annotations_before;
  `,
}
