import type { Migration } from '../migrate'

/** What was exported last into each folder, block by block, so that edits in its files can be told from Lectern's own. */
export const sync: Migration = {
  version: 120,
  sql: `
    CREATE TABLE sync_folders (
      id INTEGER PRIMARY KEY,
      -- Absolute, with every symbolic link followed.
      path TEXT NOT NULL UNIQUE,
      flavour TEXT NOT NULL,
      -- Who is at work in it, and when that one last said so.
      owner TEXT,
      beat_at INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE sync_files (
      folder_id INTEGER NOT NULL REFERENCES sync_folders (id) ON DELETE CASCADE,
      document_id TEXT NOT NULL,
      -- Within the folder, '/' between its parts.
      path TEXT NOT NULL,
      -- What the library said when the file was written last: equal means that nothing is to be done.
      state TEXT NOT NULL,
      -- The file as it was left: size, time of change and inode; text, since they exceed what JSON numbers hold.
      stat TEXT NOT NULL,
      -- JSON: front matter and blocks as exported last.
      base TEXT NOT NULL,
      -- JSON: what base, path and state become once the file with this hash is in place; a process may end in between.
      pending TEXT,
      PRIMARY KEY (folder_id, document_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sync_log (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      report TEXT NOT NULL
    ) STRICT;
  `,
}
