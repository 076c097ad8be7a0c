import type { Migration } from '../migrate'

/** The picture that a target is about, as JSON, where it is about one without words: its asset, and what it shows. */
export const targetPictures: Migration = {
  version: 130,
  sql: 'ALTER TABLE annotation_targets ADD COLUMN picture TEXT;',
}
