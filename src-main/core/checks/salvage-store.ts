import BetterSqlite3, { type Database } from 'better-sqlite3'
import { z } from 'zod'

const Tables = z.array(z.object({ name: z.string(), hasRowid: z.literal([0, 1]).transform((flag) => flag === 1) }))
const Row = z.record(z.string(), z.unknown())
type Row = z.infer<typeof Row>

const ROWID = 'lectern_rowid'
/** No row has a larger number in practice; a search for the next readable one ends here. */
const LARGEST = Number.MAX_SAFE_INTEGER

/** Reads what can be read of a damaged library. */
export type Salvage = ReturnType<typeof openDamaged>

/** @throws SQLite's error when not even the list of tables can be read */
export function openDamaged(file: string) {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  const tables = Tables.parse(
    db
      .prepare(
        `SELECT name, NOT wr AS hasRowid FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
      )
      .all(),
  )
  return {
    version: (): number => Number(db.pragma('user_version', { simple: true })),
    /**
     * Every row of a table that can be read.
     * @param onGap called once for each stretch that cannot be read
     */
    rows: (name: string, onGap: () => void): Iterable<Row> => {
      const table = tables.find((one) => one.name === name)
      if (table === undefined) return []
      return table.hasRowid ? rowsByNumber(db, name, onGap) : rowsFromBothEnds(db, name, onGap)
    },
    close: () => void db.close(),
  }
}

function* rowsByNumber(db: Database, table: string, onGap: () => void): Generator<Row> {
  const after = db.prepare(`SELECT rowid AS ${ROWID}, * FROM "${table}" WHERE rowid > ? ORDER BY rowid`)
  const at = db.prepare(`SELECT * FROM "${table}" WHERE rowid = ?`)
  const next = db.prepare(`SELECT min(rowid) FROM "${table}" WHERE rowid >= ?`).pluck()
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    try {
      for (const value of after.iterate(last)) {
        const { [ROWID]: number, ...row } = Row.parse(value)
        last = z.int().parse(number)
        yield row
      }
      return
    } catch {
      onGap()
      const found = nextReadable(last, (from) => z.int().nullable().parse(next.get(from)))
      if (found === null) return
      const row = attempt(() => at.get(found))
      last = found
      if (row !== undefined) yield Row.parse(row)
    }
  }
}

/** The number of the first row behind `last` that the table's tree leads to; null when there is none. */
function nextReadable(last: number, probe: (from: number) => number | null): number | null {
  let bad = last
  for (let step = 1; ; step *= 2) {
    const from = last + step
    if (from > LARGEST) return null
    const found = attempt(() => probe(from))
    if (found === null) return null
    if (found === undefined) {
      bad = from
      continue
    }
    // Between the last place that could not be read and this one, the first that can.
    let good = from
    while (good - bad > 1) {
      const middle = bad + Math.floor((good - bad) / 2)
      if (attempt(() => probe(middle)) === undefined) bad = middle
      else good = middle
    }
    return attempt(() => probe(good)) ?? null
  }
}

function* rowsFromBothEnds(db: Database, table: string, onGap: () => void): Generator<Row> {
  const key = z
    .array(z.string())
    .parse(db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table))
  let whole = true
  for (const direction of ['ASC', 'DESC'] as const) {
    const order = key.map((name) => `"${name}" ${direction}`).join(', ')
    try {
      for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate()) yield Row.parse(row)
      if (whole) return
    } catch {
      whole = false
    }
  }
  onGap()
}

/** Undefined for what cannot be read. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
