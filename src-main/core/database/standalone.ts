import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { LecternError } from '@shared/contract/errors'
import { lookAtFile } from './look'
import { MIGRATIONS, refuseForeign } from './migrate'

/** SQLite's online backup copies this many pages at once: all of them, so that a writer elsewhere never makes it begin anew. */
const ALL_PAGES = 0x7fff_ffff

/**
 * Copies a database, whoever has it open, into one file that stands alone and was read back: SQLite's online backup
 * (https://sqlite.org/backup.html), temporary file, check, fsync, rename. Takes as long as reading the file: run it outside
 * the thread that answers.
 * @throws library-damaged, library-too-new, or SQLite's and the system's own errors; nothing half-written stays
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  try {
    const source = new BetterSqlite3(from, { readonly: true, fileMustExist: true })
    try {
      await source.backup(partial, { progress: () => ALL_PAGES })
    } finally {
      source.close()
    }
    const copy = new BetterSqlite3(partial)
    try {
      // Out of the write-ahead log's mode, in which a file is not whole by itself.
      copy.pragma('journal_mode = DELETE')
      refuseUnsound(copy, partial)
    } finally {
      copy.close()
    }
    putInPlace(partial, to)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/**
 * Refuses a file that is not a whole library which this Lectern reads.
 * @throws library-damaged, library-too-new
 */
export function refuseUnsoundFile(file: string): void {
  const facts = lookAtFile(file)
  if (facts === undefined) throw new LecternError('library-damaged', `The file ${file} is empty or not there.`)
  refuseForeign(facts, file, MIGRATIONS)
  if (facts.version === 0) throw new LecternError('library-damaged', `The file ${file} is not a Lectern library.`)
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    refuseUnsound(db, file)
  } finally {
    db.close()
  }
}

function refuseUnsound(db: BetterSqlite3.Database, file: string): void {
  let verdict: unknown
  try {
    verdict = db.pragma('quick_check(1)', { simple: true })
  } catch (error) {
    verdict = error instanceof Error ? error.message : String(error)
  }
  if (verdict === 'ok') return
  throw new LecternError('library-damaged', `The file ${file} does not read back well (${String(verdict)}).`)
}

/** Gives a finished file its name, so that after a power cut it is there whole or not at all. */
export function putInPlace(partial: string, to: string): void {
  syncPath(partial)
  renameSync(partial, to)
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
