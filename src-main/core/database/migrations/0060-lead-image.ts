import type { Migration } from '../migrate'

/** The picture that stands for an article: an asset of its current snapshot. */
export const leadImage: Migration = {
  version: 60,
  sql: 'ALTER TABLE articles ADD COLUMN lead_image TEXT;',
}
