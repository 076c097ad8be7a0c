import BetterSqlite3, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { AssetId } from '@shared/domain/ids'

const Articles = z.array(z.object({ id: z.string(), title: z.string(), addedAt: z.int() }))
const Written = z.array(z.object({ id: z.string(), kind: z.string(), updatedAt: z.int(), hasText: z.int() }))

export type ContentsStore = ReturnType<typeof openContents>

/** Reads what a library file holds, in whichever of Lectern's formats it is, without changing it. */
export function openContents(file: string) {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  const hasNotes = hasTable(db, 'notes')
  return {
    /** Articles that are not in Trash, newest first. */
    articles: () =>
      Articles.parse(
        db
          .prepare(
            'SELECT id, title, added_at AS addedAt FROM articles WHERE trashed_at IS NULL ORDER BY added_at DESC',
          )
          .all(),
      ),
    /** Highlights and notes that were not removed. */
    annotations: () =>
      Written.parse(
        db
          .prepare(
            `SELECT id, kind, updated_at AS updatedAt, body_text <> '' AS hasText FROM annotations
             WHERE removed_at IS NULL
             ${hasNotes ? `UNION ALL SELECT id, 'note', updated_at, body_text <> '' FROM notes WHERE removed_at IS NULL` : ''}`,
          )
          .all(),
      ),
    /** Every file of `assets` that the library needs. */
    assets: (): AssetId[] =>
      z.array(AssetId).parse(
        db
          .prepare(
            `SELECT asset_id FROM snapshot_assets
               ${hasTable(db, 'note_assets') ? 'UNION SELECT asset_id FROM note_assets' : ''}`,
          )
          .pluck()
          .all(),
      ),
    close: () => void db.close(),
  }
}

function hasTable(db: Database, name: string): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined
}
