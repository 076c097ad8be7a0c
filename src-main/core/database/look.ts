import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'

/** What a database file says of itself. */
export interface FileFacts {
  /** `user_version`: the format of a library. */
  readonly version: number
  /** `application_id`: which program the file belongs to; 0 when it says nothing. */
  readonly applicationId: number
  /** Whether it has no tables; null when that was not looked at, as the rest says enough. */
  readonly empty: boolean | null
  /** Set when the file is not a SQLite database, or is shorter than it says. */
  readonly damage: 'not-a-database' | 'cut-short' | null
}

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/**
 * Looks at a database file without changing it or what lies beside it: by the file's header (SQLite file format, 1.3)
 * where that tells all, else through a read-only connection, because the newest pages may still be in the `-wal` file.
 * @returns undefined when there is no file, or one without any bytes, which is how SQLite makes one
 */
export function lookAtFile(file: string): FileFacts | undefined {
  const header = readHeader(file)
  if (header === undefined || header.size === 0) return undefined
  const { bytes, size } = header
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return { version: 0, applicationId: 0, empty: null, damage: 'not-a-database' }
  }
  if (hasWal(file)) return lookThroughSqlite(file)
  const version = bytes.readUInt32BE(60)
  const applicationId = bytes.readUInt32BE(68)
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  // The page count is to be trusted when the two change counters agree (1.3.7).
  const pages = bytes.readUInt32BE(24) === bytes.readUInt32BE(92) ? bytes.readUInt32BE(28) : 0
  if (size < pages * pageSize) return { version, applicationId, empty: null, damage: 'cut-short' }
  if (version !== 0 || applicationId !== 0) return { version, applicationId, empty: null, damage: null }
  return lookThroughSqlite(file)
}

function readHeader(file: string): { bytes: Buffer; size: number } | undefined {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    const read = readSync(descriptor, bytes, 0, HEADER_BYTES, 0)
    return { bytes: bytes.subarray(0, read), size: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}

function hasWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function lookThroughSqlite(file: string): FileFacts {
  // A read-only connection never writes pages of the log back into the file.
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return {
      version: Number(db.pragma('user_version', { simple: true })),
      applicationId: Number(db.pragma('application_id', { simple: true })),
      empty: db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined,
      damage: null,
    }
  } finally {
    db.close()
  }
}
