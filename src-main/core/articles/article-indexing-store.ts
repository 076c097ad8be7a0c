import { z } from 'zod'
import { ArticleId, SnapshotId } from '@shared/domain/ids'
import { OutlineEntry } from '@shared/domain/snapshot'
import type { Database } from '../database/database'

const IndexedRow = z.object({
  articleId: ArticleId,
  snapshotId: SnapshotId,
  title: z.string(),
  byline: z.string().nullable(),
  html: z.string(),
  text: z.string(),
  outline: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(OutlineEntry)),
})

/** The part of the search index that follows a change of title; called within the transaction that changes it. */
export interface ArticleIndex {
  addSnapshot(snapshot: z.infer<typeof IndexedRow>): void
}

/** Makes the function that indexes articles anew, as their titles stand in the index too. */
export function createArticleIndexing(db: Database, index: ArticleIndex): (ids: readonly ArticleId[]) => void {
  const rows = db.prepare(`
    SELECT a.id AS articleId, s.id AS snapshotId, a.title, a.byline, s.html, s.text, s.outline
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id IN (SELECT value FROM json_each(?))`)
  return (ids) => {
    for (const row of rows.all(JSON.stringify(ids))) index.addSnapshot(IndexedRow.parse(row))
  }
}
