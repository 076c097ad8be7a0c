import type { Migration } from '../migrate'

/**
 * Notes that stand alone or belong to a topic. What the text of any note links to and which pictures it shows is kept
 * beside it, by the id of its annotation or note: ids are UUIDs, so one table serves both.
 */
export const notes: Migration = {
  version: 90,
  sql: `
    CREATE TABLE notes (
      id TEXT PRIMARY KEY,
      topic_id TEXT REFERENCES topics (id) ON DELETE SET NULL,
      -- The first line of the text.
      title TEXT NOT NULL DEFAULT '',
      body TEXT,
      body_text TEXT NOT NULL DEFAULT '',
      revision INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
    CREATE INDEX notes_by_time ON notes (removed_at, updated_at DESC);
    CREATE INDEX notes_by_topic ON notes (topic_id) WHERE topic_id IS NOT NULL;

    CREATE TABLE note_tags (
      note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
      tag TEXT NOT NULL,
      PRIMARY KEY (note_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX note_tags_by_tag ON note_tags (tag);

    -- Earlier texts; note_revisions keeps those of annotations.
    CREATE TABLE note_history (
      note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      body TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      PRIMARY KEY (note_id, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note_links (
      source_id TEXT NOT NULL,
      target_kind TEXT NOT NULL CHECK (target_kind IN ('article', 'note')),
      target_id TEXT NOT NULL,
      PRIMARY KEY (source_id, target_kind, target_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX note_links_by_target ON note_links (target_kind, target_id);

    -- A picture stays for as long as its note does, in Trash too, even where the text shows it no more: it may again.
    CREATE TABLE note_assets (
      source_id TEXT NOT NULL,
      asset_id TEXT NOT NULL,
      PRIMARY KEY (source_id, asset_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX note_assets_by_asset ON note_assets (asset_id);

    CREATE TRIGGER annotation_deleted AFTER DELETE ON annotations BEGIN
      DELETE FROM note_links WHERE source_id = old.id;
      DELETE FROM note_assets WHERE source_id = old.id;
    END;
    CREATE TRIGGER note_deleted AFTER DELETE ON notes BEGIN
      DELETE FROM note_links WHERE source_id = old.id;
      DELETE FROM note_assets WHERE source_id = old.id;
    END;
  `,
}
