import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AssetId } from '@shared/domain/ids'

const Articles = z.array(z.object({ id: z.string(), title: z.string() }))
const Snapshots = z.object({
  id: z.string(), articleId: z.string(), title: z.string(), html: z.string(), text: z.string(), textHash: z.string(), textLength: z.int(), provenance: z.string(),
}) // prettier-ignore
const Notes = z.object({ id: z.string(), title: z.string(), revision: z.int(), body: z.string() })
const Highlights = z.object({
  id: z.string(), title: z.string(), snapshotId: z.string(), start: z.int(), end: z.int(), exact: z.string(),
}) // prettier-ignore
const Asset = z.object({ assetId: AssetId, title: z.string() })

export type CheckStore = ReturnType<typeof createCheckStore>

/** What a check of a library reads. Rows come one at a time: one that is damaged does not hide the others. */
export function createCheckStore(db: Database) {
  return {
    /** What SQLite itself finds wrong; empty when nothing is. */
    damage: (): string[] => {
      const found = z.array(z.string()).parse(db.prepare('PRAGMA integrity_check').pluck().all())
      return found.length === 1 && found[0] === 'ok' ? [] : found
    },
    danglingRows: (): string[] =>
      z
        .array(z.object({ table: z.string(), parent: z.string() }))
        .parse(db.prepare('SELECT "table", parent FROM pragma_foreign_key_check').all())
        .map(({ table, parent }) => `A row of ${table} belongs to nothing in ${parent}.`),
    /** @throws SQLite's error when the full-text index is damaged */
    checkIndex: (): void => {
      for (const name of ['search_index', 'search_index_own', 'search_index_titles']) {
        db.prepare(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`).run()
      }
    },
    /** Rows that cannot be found, and words that lead to no row. */
    indexGaps: (): number =>
      z.int().parse(
        db
          .prepare(
            `WITH words AS (SELECT id FROM search_index_docsize UNION ALL SELECT id FROM search_index_own_docsize)
             SELECT (SELECT count(*) FROM search_rows WHERE id NOT IN words)
               + (SELECT count(*) FROM words WHERE id NOT IN (SELECT id FROM search_rows))`,
          )
          .pluck()
          .get(),
      ),
    articles: () => Articles.parse(db.prepare('SELECT id, title FROM articles').all()),
    snapshots: () =>
      rows(
        db,
        `SELECT s.id, s.article_id AS articleId, a.title, s.html, s.text, s.text_hash AS textHash,
           s.text_length AS textLength, s.provenance
         FROM snapshots s JOIN articles a ON a.id = s.article_id`,
        Snapshots,
      ),
    notes: () =>
      rows(
        db,
        `SELECT n.id, a.title, n.revision, n.body FROM annotations n JOIN articles a ON a.id = n.article_id
         WHERE n.body IS NOT NULL
         UNION ALL
         SELECT r.annotation_id, a.title, r.revision, r.body FROM note_revisions r
         JOIN annotations n ON n.id = r.annotation_id JOIN articles a ON a.id = n.article_id
         UNION ALL SELECT id, title, revision, body FROM notes WHERE body IS NOT NULL
         UNION ALL SELECT h.note_id, n.title, h.revision, h.body FROM note_history h JOIN notes n ON n.id = h.note_id`,
        Notes,
      ),
    highlights: () =>
      rows(
        db,
        `SELECT n.id, a.title, t.snapshot_id AS snapshotId, t.start_offset AS start, t.end_offset AS "end", t.exact
         FROM annotation_targets t JOIN annotations n ON n.id = t.annotation_id JOIN articles a ON a.id = n.article_id
         ORDER BY t.snapshot_id`,
        Highlights,
      ),
    text: (snapshotId: string): string =>
      z.string().parse(db.prepare('SELECT text FROM snapshots WHERE id = ?').pluck().get(snapshotId)),
    assets: () =>
      rows(
        db,
        `SELECT f.asset_id AS assetId, a.title FROM snapshot_assets f
         JOIN snapshots s ON s.id = f.snapshot_id JOIN articles a ON a.id = s.article_id
         UNION ALL SELECT f.asset_id, a.title FROM note_assets f
         JOIN annotations n ON n.id = f.source_id JOIN articles a ON a.id = n.article_id
         UNION ALL SELECT f.asset_id, n.title FROM note_assets f JOIN notes n ON n.id = f.source_id`,
        Asset,
      ),
  }
}

function* rows<Shape extends z.ZodType>(db: Database, sql: string, shape: Shape): Generator<z.infer<Shape>> {
  for (const row of db.prepare(sql).iterate()) yield shape.parse(row)
}
