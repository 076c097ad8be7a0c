import { z } from 'zod'
import type { SnapshotId } from '@shared/domain/ids'
import { Fact, Licence, OutlineEntry, Provenance, Reference, Snapshot } from '@shared/domain/snapshot'
import type { Database } from '../database/database'

export type SnapshotStore = ReturnType<typeof createSnapshotStore>

const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape)

const SnapshotRow = Snapshot.extend({
  outline: json(z.array(OutlineEntry)),
  facts: json(z.array(Fact)),
  references: json(z.array(Reference)),
  categories: json(z.array(z.string())),
  licence: json(Licence.nullable()).nullable(),
  provenance: json(Provenance),
  truncated: z.literal([0, 1]).transform((flag) => flag === 1),
})

/** A snapshot's stored fragment and what a page around it needs. */
export const SnapshotHtml = z.object({
  html: z.string(),
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
})
export type SnapshotHtml = z.infer<typeof SnapshotHtml>

/** Reads snapshots; imports write them, and nothing changes them afterwards. */
export function createSnapshotStore(db: Database) {
  const row = db.prepare(`
    SELECT id, article_id AS articleId, created_at AS createdAt, text_version AS textVersion, text_hash AS textHash,
      text_length AS textLength, outline, facts, reference_list AS "references", categories, licence, provenance, truncated
    FROM snapshots WHERE id = ?`)
  const html = db.prepare(`
    SELECT s.html, a.language, a.direction, a.title FROM snapshots s JOIN articles a ON a.id = s.article_id WHERE s.id = ?`)
  const text = db.prepare('SELECT text FROM snapshots WHERE id = ?').pluck()
  return {
    get: (id: SnapshotId): Snapshot | undefined => SnapshotRow.optional().parse(row.get(id)),
    html: (id: SnapshotId): SnapshotHtml | undefined => SnapshotHtml.optional().parse(html.get(id)),
    /** The text that offsets count. */
    text: (id: SnapshotId): string | undefined => z.string().optional().parse(text.get(id)),
  }
}
