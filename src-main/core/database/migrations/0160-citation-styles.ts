import type { Migration } from '../migrate'

/** Citation styles that a person added, beside those that come with Lectern. */
export const citationStyles: Migration = {
  version: 160,
  sql: `
    CREATE TABLE citation_styles (
      id TEXT PRIMARY KEY,
      -- The address that names the style, by its own account.
      csl_id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      -- The .csl file as it came.
      xml TEXT NOT NULL,
      added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
