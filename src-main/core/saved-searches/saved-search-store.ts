import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { SavedSearch } from '@shared/contract/saved-searches'
import { SavedSearchId } from '@shared/domain/ids'
import { EpochMs } from '@shared/domain/time'

export type SavedSearchStore = ReturnType<typeof createSavedSearchStore>

const RemovedRow = SavedSearch.extend({ removedAt: EpochMs })

/** Keeps the searches that a person saved. */
export function createSavedSearchStore(db: Database) {
  const columns = 'id, name, query AS text, created_at AS createdAt'
  const list = db.prepare(
    `SELECT ${columns} FROM saved_searches WHERE removed_at IS NULL ORDER BY position, created_at`,
  )
  const same = db.prepare(`SELECT ${columns} FROM saved_searches WHERE removed_at IS NULL AND query = ?`)
  const insert = db.prepare(`
    INSERT INTO saved_searches (id, name, query, position, created_at)
    VALUES (@id, @name, @text, (SELECT coalesce(max(position), -1) + 1 FROM saved_searches), @createdAt)`)
  const update = db.prepare(`
    UPDATE saved_searches SET name = coalesce(@name, name), query = coalesce(@text, query)
    WHERE id = @id AND removed_at IS NULL`)
  const place = db.prepare('UPDATE saved_searches SET position = ? WHERE id = ?')
  const remove = db.prepare('UPDATE saved_searches SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
  const restore = db.prepare('UPDATE saved_searches SET removed_at = NULL WHERE id = ?')
  const removed = db.prepare(`
    SELECT ${columns}, removed_at AS removedAt FROM saved_searches WHERE removed_at IS NOT NULL
    ORDER BY removed_at DESC, position, created_at`)
  const deleteRemoved = db.prepare(`
    DELETE FROM saved_searches
    WHERE removed_at IS NOT NULL AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))`)
  const purge = db.prepare('DELETE FROM saved_searches WHERE removed_at < ?')
  const ids = db.prepare('SELECT id FROM saved_searches WHERE removed_at IS NULL ORDER BY position, created_at').pluck()

  return {
    list: (): SavedSearch[] => z.array(SavedSearch).parse(list.all()),
    /** Adds a search, or answers the one with the same words. */
    add: (search: SavedSearch): SavedSearch =>
      db
        .transaction(() => {
          const known = SavedSearch.optional().parse(same.get(search.text))
          if (known === undefined) insert.run(search)
          return known ?? search
        })
        .immediate(),
    /** Answers whether there is such a search. */
    update: (change: { id: SavedSearchId; name: string | null; text: string | null }): boolean =>
      update.run(change).changes > 0,
    /** Puts a search before another one or at the end, and answers whether there is such a search. */
    move: (id: SavedSearchId, before: SavedSearchId | null): boolean =>
      db
        .transaction(() => {
          const order = z.array(SavedSearchId).parse(ids.all())
          if (!order.includes(id)) return false
          const rest = order.filter((other) => other !== id)
          const at = before === null ? rest.length : rest.indexOf(before)
          rest.splice(at === -1 ? rest.length : at, 0, id)
          rest.forEach((each, position) => place.run(position, each))
          return true
        })
        .immediate(),
    /** Removes a search (`at`, ms since the epoch), and answers whether there was one to. */
    remove: (id: SavedSearchId, at: number): boolean => remove.run(at, id).changes > 0,
    /** Brings a search back, and answers whether there is such a search. */
    restore: (id: SavedSearchId): boolean => restore.run(id).changes > 0,
    /** What was removed, latest first. */
    removed: (): (SavedSearch & { removedAt: number })[] => z.array(RemovedRow).parse(removed.all()),
    /** Deletes for good what was removed, all of it where none are named (null). */
    deleteForever: (wanted: readonly SavedSearchId[] | null): void =>
      void deleteRemoved.run({ ids: wanted === null ? null : JSON.stringify(wanted) }),
    /** Deletes for good what was removed before a time (ms since the epoch). */
    purgeRemoved: (before: number): void => void purge.run(before),
  }
}
