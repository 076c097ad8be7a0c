import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { LecternError } from '@shared/contract/errors'

/** A library file that waits to take the place of `library.db`, whole and read back. */
export const REPLACEMENT_FILE = 'library.db.replacement'

/**
 * Puts a waiting replacement in the place of the library file. What it replaces was copied before it was put there. Each step
 * can be the last before a power cut: the next start goes on.
 * @throws library-in-use while another Lectern has the library open
 */
export function finishReplacing(folder: string, file: string): void {
  const replacement = join(folder, REPLACEMENT_FILE)
  if (!existsSync(replacement)) return
  if (existsSync(file)) refuseInUse(file)
  rmSync(`${file}-wal`, { force: true })
  rmSync(`${file}-shm`, { force: true })
  renameSync(replacement, file)
}

/**
 * Refuses while some connection has the file open. SQLite leaves the write-ahead log's mode only for one that is alone
 * (https://sqlite.org/wal.html).
 * @throws library-in-use
 */
export function refuseInUse(file: string): void {
  let mode: unknown
  try {
    const db = new BetterSqlite3(file, { timeout: 2000 })
    try {
      mode = db.pragma('journal_mode = DELETE', { simple: true })
    } finally {
      db.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // A damaged file is not in anyone's way.
    if (!/^SQLITE_(?:BUSY|LOCKED)/u.test(code)) return
  }
  if (mode === 'delete') return
  throw new LecternError(
    'library-in-use',
    `Another Lectern has the library ${file} open. Close it, or try again in a moment. Nothing was changed.`,
  )
}
