import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import type { Provenance } from '@shared/domain/snapshot'
import { MIGRATIONS, migrate } from '../database/migrate'

const Names = z.array(z.string())
const Quotes = z.array(z.object({ targetId: z.int(), exact: z.string() }))
const MissingSnapshots = z.array(z.object({ id: z.string(), articleId: z.string() }))
const Count = z.int()

/** What belongs to the search index: made anew instead of taken over. */
const SEARCH = /^search_/u

/** A page that stands in for one that could not be read. */
export interface StandIn {
  readonly text: string
  readonly html: string
  readonly textHash: string
  readonly textVersion: number
  readonly provenance: Provenance
  /** Where each quote stands, in UTF-16 offsets of the text, in the order they were given. */
  readonly places: readonly (readonly [start: number, end: number])[]
}

export type Rescue = ReturnType<typeof createRescue>

/** A new library file that takes the rows of a damaged one. */
export function createRescue(file: string, version: number) {
  const db = new BetterSqlite3(file)
  db.pragma('foreign_keys = OFF')
  const steps = MIGRATIONS.filter((step) => step.version <= version)
  migrate(db, () => () => undefined, steps)
  const nothing = () => () => undefined

  return {
    tables: (): string[] =>
      Names.parse(
        db
          .prepare(
            `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
          )
          .pluck()
          .all(),
      ).filter((name) => !SEARCH.test(name)),
    /** Takes rows over, all that fit. @returns how many did not */
    fill: (table: string, rows: Iterable<Readonly<Record<string, unknown>>>): number => {
      const columns = Names.parse(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table))
      const put = db.prepare(
        `INSERT OR IGNORE INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
         VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      )
      let unfit = 0
      const run = db.transaction(() => {
        for (const row of rows) {
          try {
            put.run(Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))
          } catch {
            unfit += 1
          }
        }
      })
      run()
      return unfit
    },
    /** Brings the file to the newest shape. */
    update: () => migrate(db, nothing, MIGRATIONS),
    /** Articles that something belongs to and that are not there. */
    missingArticles: (): string[] =>
      Names.parse(
        db
          .prepare(
            `SELECT article_id FROM (SELECT article_id FROM annotations UNION SELECT article_id FROM snapshots)
             WHERE article_id NOT IN (SELECT id FROM articles)`,
          )
          .pluck()
          .all(),
      ),
    /** Gives an article whose row is lost a row again, with its newest page that could be read. */
    addArticle: (id: string, title: string, at: number, newSnapshotId: string): void =>
      void db
        .prepare(
          `INSERT INTO articles (id, snapshot_id, title, direction, excerpt, format, status, word_count, added_at)
           VALUES (@id, coalesce(
             (SELECT id FROM snapshots WHERE article_id = @id ORDER BY created_at DESC LIMIT 1),
             (SELECT t.snapshot_id FROM annotations n JOIN annotation_targets t ON t.id = n.target_id WHERE n.article_id = @id LIMIT 1),
             @newSnapshotId),
             @title, 'ltr', '', 'html', 'inbox', 0, @at)`,
        )
        .run({ id, title, at, newSnapshotId }),
    /** Pages that an article or a highlight stands on and that are not there. */
    missingSnapshots: () =>
      MissingSnapshots.parse(
        db
          .prepare(
            `SELECT snapshot_id AS id, id AS articleId FROM articles WHERE snapshot_id NOT IN (SELECT id FROM snapshots)
             UNION SELECT t.snapshot_id, n.article_id FROM annotation_targets t JOIN annotations n ON n.id = t.annotation_id
             WHERE t.snapshot_id NOT IN (SELECT id FROM snapshots)`,
          )
          .all(),
      ),
    /** The words that were highlighted on a page, in reading order. */
    quotes: (snapshotId: string) =>
      Quotes.parse(
        db
          .prepare(
            'SELECT id AS targetId, exact FROM annotation_targets WHERE snapshot_id = ? ORDER BY start_offset, id',
          )
          .all(snapshotId),
      ),
    addSnapshot: (id: string, articleId: string, targets: readonly number[], page: StandIn): void => {
      db.prepare(
        `INSERT OR IGNORE INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, licence,
           provenance, outline, facts, reference_list, categories, text, html)
         VALUES (@id, @articleId, @createdAt, @textVersion, @textHash, @textLength, 1, NULL, @provenance, '[]', '[]', '[]', '[]',
           @text, @html)`,
      ).run({
        id,
        articleId,
        createdAt: page.provenance.importedAt,
        textVersion: page.textVersion,
        textHash: page.textHash,
        textLength: page.text.length,
        provenance: JSON.stringify(page.provenance),
        text: page.text,
        html: page.html,
      })
      db.prepare('INSERT OR IGNORE INTO snapshot_assets (snapshot_id, asset_id) VALUES (?, ?)').run(
        id,
        page.provenance.original,
      )
      const place = db.prepare(
        `UPDATE annotation_targets SET start_offset = ?, end_offset = ?, prefix = '', suffix = '' WHERE id = ?`,
      )
      targets.forEach((target, index) => {
        const at = page.places[index]
        if (at !== undefined) place.run(...at, target)
      })
    },
    /** Notes of highlights whose passage is lost go on as notes that stand alone. @returns how many there were */
    freeNotes: (): number => {
      const lost = `kind = 'highlight' AND target_id NOT IN (SELECT id FROM annotation_targets)`
      const { changes } = db
        .prepare(
          `INSERT OR IGNORE INTO notes (id, title, body, body_text, revision, created_at, updated_at, removed_at)
           SELECT id, substr(body_text, 1, 80), body, body_text, revision, created_at, updated_at, removed_at
           FROM annotations WHERE ${lost} AND body IS NOT NULL`,
        )
        .run()
      db.prepare(`DELETE FROM annotations WHERE ${lost}`).run()
      return changes
    },
    /** Takes out what still belongs to nothing, such as the tag of a lost highlight. @returns how many rows went */
    removeDangling: (): number => {
      let count = 0
      for (;;) {
        const found = z
          .array(z.object({ table: z.string(), rowid: z.int().nullable() }))
          .parse(db.prepare('SELECT "table", rowid FROM pragma_foreign_key_check').all())
        const first = found.find(({ rowid }) => rowid === null)
        for (const { table, rowid } of found)
          if (rowid !== null) count += db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid).changes
        if (first !== undefined) count += removeWithoutRowid(db, first.table)
        if (found.length === 0) return count
      }
    },
    /** Lets the next start make the search index. */
    forgetSearch: (): void => {
      db.exec(`
        INSERT OR IGNORE INTO search_todo SELECT 'article', id FROM articles;
        INSERT OR IGNORE INTO search_todo SELECT 'annotation', id FROM annotations WHERE removed_at IS NULL;
        INSERT OR IGNORE INTO search_todo SELECT 'note', id FROM notes WHERE removed_at IS NULL;
        INSERT OR IGNORE INTO search_todo SELECT 'question', id FROM questions WHERE removed_at IS NULL;
      `)
    },
    counts: () => ({
      articles: countOf(`SELECT count(*) FROM articles`),
      highlights: countOf(`SELECT count(*) FROM annotations WHERE kind = 'highlight'`),
      notes: countOf(
        `SELECT (SELECT count(*) FROM annotations WHERE body_text <> '') + (SELECT count(*) FROM notes WHERE body_text <> '')`,
      ),
    }),
    close: (): void => {
      if (!db.open) return
      db.pragma('journal_mode = DELETE')
      db.close()
    },
  }

  function countOf(sql: string): number {
    return Count.parse(db.prepare(sql).pluck().get())
  }
}

/** Rows of a table without row numbers whose parents are gone, by each of its foreign keys. */
function removeWithoutRowid(db: BetterSqlite3.Database, table: string): number {
  const keys = z
    .array(z.object({ from: z.string(), table: z.string(), to: z.string().nullable() }))
    .parse(db.prepare('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)').all(table))
  let count = 0
  for (const { from, table: parent, to } of keys)
    count += db
      .prepare(
        `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${to ?? 'id'}" FROM "${parent}")`,
      )
      .run().changes
  return count
}
