import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { LecternError } from '@shared/contract/errors'
import { backUp } from './back-up'
import { lookAtFile } from './look'
import { migrate, MIGRATIONS, refuseForeign, type Migration } from './migrate'
import { finishReplacing } from './replace'

export type { Database } from 'better-sqlite3'

/** The precious file of a library folder. */
export const DATABASE_FILE = 'library.db'

/** What every connection must say of itself; read back, because SQLite ignores a pragma it does not know. */
const PRAGMAS: readonly (readonly [name: string, value: string, readBack: string | number])[] = [
  ['busy_timeout', '10000', 10_000],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
]

/**
 * Opens the library database of a folder, making both when they are not there, in the newest shape.
 * Settings and their reasons: design/SECURITY.md, "Durability" (0 of 600 simulated power cuts lost a commit).
 * @throws library-too-new, library-damaged, library-not-writable, library-in-use, disk-full
 */
export function openDatabase(folder: string, migrations: readonly Migration[] = MIGRATIONS): Database {
  const file = join(folder, DATABASE_FILE)
  try {
    mkdirSync(folder, { recursive: true })
    finishReplacing(folder, file)
    const facts = lookAtFile(file)
    if (facts !== undefined) refuseForeign(facts, file, migrations)
    return connect(file, folder, migrations)
  } catch (error) {
    throw asLibraryError(error, folder)
  }
}

function connect(file: string, folder: string, migrations: readonly Migration[]): Database {
  const db = new BetterSqlite3(file)
  try {
    for (const [name, value, readBack] of PRAGMAS) {
      db.pragma(`${name} = ${value}`)
      const actual: unknown = db.pragma(name, { simple: true })
      if (actual !== readBack) throw new Error(`SQLite did not take ${name} = ${value}, it says ${String(actual)}`)
    }
    // SQLite opens a file that it cannot write to without a word; only a write shows it.
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    migrate(db, (version) => discardable(backUp(db, folder, version)), migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function discardable(path: string): () => void {
  return () => rmSync(path, { force: true })
}

function asLibraryError(error: unknown, folder: string): unknown {
  if (error instanceof LecternError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const as = (kind: LecternError['code'], message: string) =>
    new LecternError(kind, message, undefined, { cause: error })
  if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code)) {
    return as(
      'library-damaged',
      `The library in ${folder} is damaged and was not changed. Restore a backup from its "backups" folder.`,
    )
  }
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(code)) {
    return as(
      'library-in-use',
      `Another Lectern is busy with the library in ${folder}. Close it, or try again in a moment.`,
    )
  }
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u.test(code)) {
    return as(
      'disk-full',
      `The disk that holds ${folder} is full. Nothing was half-written; free some space and try again.`,
    )
  }
  if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM)/u.test(code)) {
    return as(
      'library-not-writable',
      `Lectern cannot write to ${folder}. Choose another folder, or change its permissions.`,
    )
  }
  return error
}
