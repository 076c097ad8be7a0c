import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { LecternError } from '@shared/contract/errors'
import { backupFile, backupFolder, newBackupName } from './backup-name'
import { refuseUnsoundFile } from './standalone'

/** A library file that waits to take the place of `library.db`, whole and read back. */
export const REPLACEMENT_FILE = 'library.db.replacement'

/**
 * Puts a waiting replacement in the place of the library file, while nobody has it open. The file that was there becomes a
 * backup, with all that was written to it until then; a damaged one is kept beside them. Each step can be the last before a
 * power cut: the next start goes on.
 * @returns where the former file is; null when there was none, or nothing waited
 * @throws library-in-use while another Lectern has the library open
 */
export function finishReplacing(folder: string, file: string): string | null {
  const replacement = join(folder, REPLACEMENT_FILE)
  if (!existsSync(replacement)) return null
  const kept = existsSync(file) ? retire(folder, file) : null
  // SQLite would play a log that was left behind into the file that comes.
  for (const ending of LOGS) rmSync(`${file}${ending}`, { force: true })
  renameSync(replacement, file)
  return kept
}

const LOGS = ['-wal', '-shm'] as const

function retire(folder: string, file: string): string {
  refuseInUse(file)
  mkdirSync(backupFolder(folder), { recursive: true })
  const name = newBackupName(folder, 'before-restore', Date.now())
  const target = isSound(file) ? backupFile(folder, name) : join(backupFolder(folder), `damaged-${name}.db`)
  for (const ending of LOGS) if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${target}${ending}`)
  renameSync(file, target)
  return target
}

function isSound(file: string): boolean {
  try {
    refuseUnsoundFile(file)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses while some connection has the file open. SQLite leaves the write-ahead log's mode only for one that is alone, and
 * takes the log into the file then (https://sqlite.org/wal.html).
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
