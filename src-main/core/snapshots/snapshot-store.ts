import { z } from 'zod'
import { SnapshotEntry } from '@shared/contract/snapshots'
import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { Fact, OutlineEntry, Provenance, Reference, Snapshot, SnapshotLicence } from '@shared/domain/snapshot'
import { SnapshotDetails } from '@shared/domain/snapshot-details'
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
  licence: json(SnapshotLicence.nullable()).nullable(),
  provenance: json(Provenance),
  details: json(SnapshotDetails).nullable(),
  truncated: z.literal([0, 1]).transform((flag) => flag === 1),
})

const EntryRow = SnapshotEntry.extend({
  provenance: json(Provenance),
  isCurrent: z.literal([0, 1]).transform((flag) => flag === 1),
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
      text_length AS textLength, outline, facts, reference_list AS "references", categories, licence, provenance, truncated,
      (SELECT d.details FROM snapshot_details d WHERE d.snapshot_id = snapshots.id) AS details
    FROM snapshots WHERE id = ?`)
  const html = db.prepare(`
    SELECT s.html, a.language, a.direction, a.title FROM snapshots s JOIN articles a ON a.id = s.article_id WHERE s.id = ?`)
  const ofArticle = db.prepare(`
    SELECT s.id, s.created_at AS createdAt, s.provenance, s.text_length AS textLength, s.id = a.snapshot_id AS isCurrent, (
      SELECT count(DISTINCT t.annotation_id) FROM annotation_targets t JOIN annotations n ON n.id = t.annotation_id
      WHERE t.snapshot_id = s.id AND n.removed_at IS NULL) AS highlights
    FROM snapshots s JOIN articles a ON a.id = s.article_id
    WHERE s.article_id = ? ORDER BY s.created_at DESC, s.rowid DESC`)
  const text = db.prepare('SELECT text FROM snapshots WHERE id = ?').pluck()
  return {
    get: (id: SnapshotId): Snapshot | undefined => SnapshotRow.optional().parse(row.get(id)),
    /** Every version of an article, newest first. */
    list: (articleId: ArticleId): SnapshotEntry[] => z.array(EntryRow).parse(ofArticle.all(articleId)),
    html: (id: SnapshotId): SnapshotHtml | undefined => SnapshotHtml.optional().parse(html.get(id)),
    /** The text that offsets count. */
    text: (id: SnapshotId): string | undefined => z.string().optional().parse(text.get(id)),
  }
}
