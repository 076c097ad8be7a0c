import type { Migration } from '../migrate'

/**
 * The daily review. What is chosen for a day is kept, so that every window and every start shows the same; what was never looked at
 * is forgotten with its day.
 */
export const reviews: Migration = {
  version: 150,
  sql: `
    CREATE TABLE reviews (
      -- A local calendar day, YYYY-MM-DD.
      day TEXT NOT NULL,
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      -- Null until it was looked at.
      reviewed_at INTEGER,
      PRIMARY KEY (day, annotation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reviews_by_annotation ON reviews (annotation_id, day);

    -- How often those are shown that a person did not leave as they are.
    CREATE TABLE review_paces (
      annotation_id TEXT PRIMARY KEY REFERENCES annotations (id) ON DELETE CASCADE,
      pace TEXT NOT NULL CHECK (pace IN ('seldom', 'never'))
    ) STRICT, WITHOUT ROWID;
  `,
}
