import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ErrorData } from '@shared/contract/errors'
import { type Import, ImportItem, ImportItemState, type ImportPage, KnownArticle } from '@shared/contract/imports'
import { ImportId, ImportItemId } from '@shared/domain/ids'
import { NO_ITEMS } from '@shared/domain/import-state'
import { EpochMs } from '@shared/domain/time'
import type { Database } from '../../database/database'
import { type NewItem, Origin, type Settled, type TakenItem } from './import-job'

export type ImportQueueStore = ReturnType<typeof createImportQueueStore>

/** Which items are meant: all that are in a fitting state, or some. */
export type Which = 'all' | readonly ImportItemId[]

const ImportRow = z.object({ id: ImportId, createdAt: EpochMs, state: z.enum(['running', 'paused', 'done']) })
const Counts = z.array(z.object({ state: ImportItemState, count: z.int() }))
const ItemRow = ImportItem.extend({ error: column(ErrorData), known: column(KnownArticle) })
const TakenRow = z
  .object({
    id: ImportItemId,
    importId: ImportId,
    name: z.string(),
    origin: z.string().transform((text) => Origin.parse(JSON.parse(text))),
    onKnown: z.enum(['ask', 'update', 'keep-both', 'skip']),
    tries: z.int(),
  })
  .transform(({ tries, ...row }): TakenItem => ({ ...row, isSuspect: tries > 1 }))

/** A column that holds JSON, or nothing. */
function column<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : schema.parse(JSON.parse(text))))
}

const ANY_STATE = JSON.stringify(ImportItemState.options)

const ITEM_COLUMNS = `id, name, state, NULL AS step, article_id AS articleId, title, remark, error, known, took_ms AS tookMs`

/** The rows of imports and their items. */
export function createImportQueueStore(db: Database) {
  const insertImport = db.prepare(`
    INSERT INTO imports (id, created_at, state, on_known, finished_at, owner, beat_at)
    VALUES (@id, @createdAt, iif(@empty, 'done', 'running'), @onKnown, iif(@empty, @createdAt, NULL), @owner, @createdAt)`)
  const insertItem = db.prepare(`
    INSERT INTO import_items (id, import_id, position, name, origin, state)
    VALUES (@id, @importId, @position, @name, @origin, 'waiting')`)
  const allImports = db.prepare(
    'SELECT id, created_at AS createdAt, state FROM imports ORDER BY created_at DESC, rowid DESC',
  )
  const oneImport = db.prepare('SELECT id, created_at AS createdAt, state FROM imports WHERE id = ?')
  const countStates = db.prepare('SELECT state, count(*) AS count FROM import_items WHERE import_id = ? GROUP BY state')
  const pageOfItems = db.prepare(`
    SELECT ${ITEM_COLUMNS} FROM import_items
    WHERE import_id = @importId AND state IN (SELECT value FROM json_each(@states))
    ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'asks' THEN 1 ELSE 2 END, position LIMIT @limit OFFSET @offset`)
  const everyItem = db.prepare(`SELECT ${ITEM_COLUMNS} FROM import_items WHERE import_id = ? ORDER BY position`)
  const nextItem = db
    .prepare(
      `
    SELECT i.id FROM imports m JOIN import_items i ON i.import_id = m.id AND i.state = 'waiting'
    WHERE m.state = 'running' AND m.owner = @owner AND (@alone OR i.tries = 0)
    ORDER BY i.tries > 0, m.created_at, i.position LIMIT 1`,
    )
    .pluck()
  const markWorking = db.prepare(`UPDATE import_items SET state = 'working', tries = tries + 1 WHERE id = ?`)
  const taken = db.prepare(`
    SELECT i.id, i.import_id AS importId, i.name, i.origin, coalesce(i.choice, m.on_known) AS onKnown, i.tries
    FROM import_items i JOIN imports m ON m.id = i.import_id WHERE i.id = ?`)
  const settleItem = db.prepare(`
    UPDATE import_items SET state = @state, tries = 0, article_id = @articleId, title = @title, remark = @remark,
      error = @error, known = @known, took_ms = @tookMs
    WHERE id = @id`)
  const isWorking = db.prepare(`SELECT 1 FROM import_items WHERE id = ? AND state = 'working'`).pluck()
  const finishImport = db.prepare(`
    UPDATE imports SET state = 'done', finished_at = @now, owner = NULL
    WHERE id = @importId AND state <> 'done'
      AND NOT EXISTS (SELECT 1 FROM import_items WHERE import_id = @importId AND state IN ('waiting', 'working'))`)
  const pauseImport = db.prepare(`UPDATE imports SET state = 'paused' WHERE id = ? AND state = 'running'`)
  const putBack = db.prepare(`
    UPDATE import_items SET state = 'waiting', tries = max(0, tries - 1)
    WHERE import_id = @importId AND state = 'working'`)
  const cancelItems = db.prepare(`
    UPDATE import_items SET state = 'cancelled'
    WHERE import_id = @importId AND state IN ('waiting', 'working', 'asks') RETURNING id`)
  const waitAgain = db.prepare(`
    UPDATE import_items SET state = 'waiting', tries = 0, choice = coalesce(@choice, choice),
      article_id = NULL, title = NULL, remark = NULL, error = NULL, known = NULL, took_ms = NULL
    WHERE import_id = @importId AND state = @from AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))`)
  const reopen = db.prepare(`
    UPDATE imports SET state = 'running', finished_at = NULL, beat_at = @now,
      owner = CASE WHEN state = 'running' THEN coalesce(owner, @owner) ELSE @owner END
    WHERE id = @importId`)
  const resumeImport = db.prepare(`
    UPDATE imports SET state = 'running', owner = @owner, beat_at = @now WHERE id = @importId AND state = 'paused'`)
  const removeImport = db.prepare('DELETE FROM imports WHERE id = ?')
  const owners = db.prepare(`SELECT id, owner, beat_at AS beatAt FROM imports WHERE state IN ('running', 'paused')`)
  const adoptImport = db.prepare('UPDATE imports SET owner = @owner, beat_at = @now WHERE id = @importId')
  const giveUp = db.prepare(`
    UPDATE import_items SET state = 'failed', tries = 0, error = @error
    WHERE import_id = @importId AND state = 'working' AND tries >= @most`)
  const interrupted = db.prepare(`
    UPDATE import_items SET state = 'waiting' WHERE import_id = @importId AND state = 'working'`)
  const beat = db.prepare(`UPDATE imports SET beat_at = @now WHERE owner = @owner AND state = 'running'`)
  const release = db.prepare('UPDATE imports SET owner = NULL WHERE owner = @owner RETURNING id')
  const finishedBefore = db
    .prepare(
      `
    SELECT id FROM imports WHERE state = 'done' AND (finished_at < @before
      OR id NOT IN (SELECT id FROM imports ORDER BY created_at DESC LIMIT @most))
      AND NOT EXISTS (SELECT 1 FROM import_items i WHERE i.import_id = imports.id AND i.state = 'asks')`,
    )
    .pluck()

  const describe = (row: unknown): Import => {
    const found = ImportRow.parse(row)
    const counts = { ...NO_ITEMS }
    let total = 0
    for (const { state, count } of Counts.parse(countStates.all(found.id))) {
      counts[state] = count
      total += count
    }
    return { ...found, total, counts }
  }
  const find = (importId: ImportId): Import | null => {
    const row = oneImport.get(importId)
    return row === undefined ? null : describe(row)
  }
  const idsOf = (which: Which): string | null => (which === 'all' ? null : JSON.stringify(which))
  const again = (
    importId: ImportId,
    from: 'failed' | 'asks',
    which: Which,
    choice: string | null,
    owner: string,
    now: number,
  ) =>
    db
      .transaction(() => {
        const { changes } = waitAgain.run({ importId, from, ids: idsOf(which), choice })
        if (changes > 0) reopen.run({ importId, owner, now })
      })
      .immediate()

  return {
    /** Stores an import that starts now, in one transaction however many items it has. */
    add(given: {
      id: ImportId
      createdAt: number
      onKnown: TakenItem['onKnown']
      owner: string
      items: readonly NewItem[]
    }): void {
      const { items, ...row } = given
      db.transaction(() => {
        insertImport.run({ ...row, empty: Number(items.length === 0) })
        for (const [position, { name, origin }] of items.entries()) {
          insertItem.run({
            id: randomUUID(),
            importId: given.id,
            position,
            name,
            origin: JSON.stringify(origin),
          })
        }
      }).immediate()
    },

    find,
    list: (): Import[] => allImports.all().map(describe),

    /** An import with some of its items; null when there is no such import. */
    page(
      importId: ImportId,
      page: { states: readonly ImportItemState[] | null; offset: number; limit: number },
    ): ImportPage | null {
      const found = find(importId)
      if (found === null) return null
      const states = page.states === null ? ANY_STATE : JSON.stringify(page.states)
      const rows = pageOfItems.all({ importId, states, limit: page.limit, offset: page.offset })
      const matching = [...new Set(page.states ?? ImportItemState.options)].reduce(
        (sum, state) => sum + found.counts[state],
        0,
      )
      return { ...found, items: z.array(ItemRow).parse(rows), matching }
    },

    /** All items in the order they were given. */
    *allItems(importId: ImportId): Generator<ImportItem> {
      for (const row of everyItem.iterate(importId)) yield ItemRow.parse(row)
    },

    /**
     * Takes the next item of the imports that `owner` runs. What was being read when Lectern ended without notice comes last, and
     * only when nothing else is in work (`alone`), so that a second end is its own doing.
     */
    take: (owner: string, alone: boolean): TakenItem | null =>
      db
        .transaction(() => {
          const id = nextItem.get({ owner, alone: Number(alone) })
          if (id === undefined) return null
          markWorking.run(id)
          return TakenRow.parse(taken.get(id))
        })
        .immediate(),

    /**
     * Runs `work`, which stores what was read, and settles the item by what it answers, both or neither.
     * @returns how it was settled; null, without `work`, when it is not being worked on any more
     */
    settle: (item: TakenItem, tookMs: number, now: number, work: () => Settled): Settled | null =>
      db
        .transaction(() => {
          if (isWorking.get(item.id) === undefined) return null
          const outcome = work()
          const { error, known, ...settled } = outcome
          settleItem.run({
            ...settled,
            id: item.id,
            tookMs,
            error: error === null ? null : JSON.stringify(error),
            known: known === null ? null : JSON.stringify(known),
          })
          finishImport.run({ importId: item.importId, now })
          return outcome
        })
        .immediate(),

    pause: (importId: ImportId): void =>
      db
        .transaction(() => {
          if (pauseImport.run(importId).changes > 0) putBack.run({ importId })
        })
        .immediate(),

    resume: (importId: ImportId, owner: string, now: number): void => void resumeImport.run({ importId, owner, now }),

    /** Cancels what is not settled, and what asks. */
    cancel: (importId: ImportId, now: number): void =>
      db
        .transaction(() => {
          cancelItems.all({ importId })
          finishImport.run({ importId, now })
        })
        .immediate(),

    retry: (importId: ImportId, which: Which, owner: string, now: number): void =>
      again(importId, 'failed', which, null, owner, now),

    resolve: (importId: ImportId, which: Which, choice: string, owner: string, now: number): void =>
      again(importId, 'asks', which, choice, owner, now),

    remove: (importId: ImportId): void => void removeImport.run(importId),

    /**
     * Takes over the imports of processes that are gone. Items that were in work are tried again; those that were so `most` times
     * are settled with `error`.
     */
    adopt(
      owner: string,
      now: number,
      isGone: (owner: string | null, beatAt: number) => boolean,
      givenUp: { most: number; error: ErrorData },
    ): ImportId[] {
      const Owners = z.array(z.object({ id: ImportId, owner: z.string().nullable(), beatAt: z.number() }))
      return db
        .transaction(() => {
          const gone = Owners.parse(owners.all()).filter((row) => isGone(row.owner, row.beatAt))
          for (const { id: importId } of gone) {
            adoptImport.run({ importId, owner, now })
            giveUp.run({ importId, most: givenUp.most, error: JSON.stringify(givenUp.error) })
            interrupted.run({ importId })
            finishImport.run({ importId, now })
          }
          return gone.map(({ id }) => id)
        })
        .immediate()
    },

    /** Says that `owner` lives. */
    beat: (owner: string, now: number): void => void beat.run({ owner, now }),

    /** Puts back what `owner` has in work and gives its imports free. */
    release: (owner: string): void =>
      db
        .transaction(() => {
          const Ids = z.array(z.object({ id: ImportId }))
          for (const { id } of Ids.parse(release.all({ owner }))) putBack.run({ importId: id })
        })
        .immediate(),

    /** Finished imports that are older than `before`, or not among the newest `most`, and ask nothing. */
    forgettable: (before: number, most: number): ImportId[] =>
      z.array(ImportId).parse(finishedBefore.all({ before, most })),
  }
}
