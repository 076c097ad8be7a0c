import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { tempFolder } from '../../../tests/support/temp-folder'
import { DATABASE_FILE, openDatabase, type Database } from './database'
import { APPLICATION_ID, MIGRATIONS } from './migrate'

const NEWEST = MIGRATIONS.at(-1)?.version

function open(folder: string): Database {
  const db = openDatabase(folder)
  onTestFinished(() => void db.close())
  return db
}

function refusal(folder: string): LecternError {
  try {
    openDatabase(folder).close()
  } catch (error) {
    if (error instanceof LecternError) return error
    throw error
  }
  throw new Error('The folder was not refused')
}

/** Bytes of the files in a folder; the `-shm` index is not content and may be rebuilt by anyone who looks. */
function contentOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

test('a new library says what it is and how it is kept', () => {
  const db = open(join(tempFolder(), 'made', 'on the way'))
  const pragma = (name: string) => db.pragma(name, { simple: true })
  expect(pragma('application_id')).toBe(APPLICATION_ID)
  expect(pragma('user_version')).toBe(NEWEST)
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  expect(pragma('cell_size_check')).toBe(1)
  expect(pragma('busy_timeout')).toBe(10_000)
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'")
    .pluck()
    .all()
  expect(loose.filter((name) => !/^(?:sqlite_|search_index)/u.test(String(name)))).toEqual([])
})

test('opening again keeps what is there, also for two at once', () => {
  const folder = tempFolder()
  const db = open(folder)
  db.prepare("INSERT INTO settings VALUES ('zoom', '120')").run()
  expect(open(folder).prepare('SELECT value FROM settings').pluck().get()).toBe('120')
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})

test('an empty file is a new library, as a crash at the first start leaves it', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, DATABASE_FILE), '')
  expect(open(folder).pragma('user_version', { simple: true })).toBe(NEWEST)
})

test('the file of a newer Lectern is refused byte for byte', () => {
  const folder = tempFolder()
  const db = openDatabase(folder)
  db.pragma('user_version = 990')
  db.close()
  const before = contentOf(folder)
  const error = refusal(folder)
  expect(error.code).toBe('library-too-new')
  expect(error.message).toContain('format 990')
  expect(contentOf(folder)).toEqual(before)
})

test('a newer file is recognised even when its last words are still in the log', () => {
  const [source, folder] = [tempFolder(), tempFolder()]
  const db = open(source)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('user_version = 990')
  // What a crash leaves: the log was not written back.
  for (const suffix of ['', '-wal'])
    copyFileSync(join(source, DATABASE_FILE + suffix), join(folder, DATABASE_FILE + suffix))
  expect(readFileSync(join(folder, DATABASE_FILE)).readUInt32BE(60)).toBe(NEWEST)
  const before = contentOf(folder)
  expect(refusal(folder).code).toBe('library-too-new')
  expect(contentOf(folder)).toEqual(before)
})

test.each([
  ['an application id', 'PRAGMA application_id = 252006674'],
  ['a version', 'PRAGMA user_version = 7'],
  ['tables only', 'SELECT 1'],
])("another program's database with %s is refused untouched", (_, sql) => {
  const folder = tempFolder()
  const other = new BetterSqlite3(join(folder, DATABASE_FILE))
  other.exec(`CREATE TABLE theirs (a); ${sql}`)
  other.close()
  const before = contentOf(folder)
  const error = refusal(folder)
  expect(error.code).toBe('library-damaged')
  expect(error.message).toContain('another program')
  expect(contentOf(folder)).toEqual(before)
})

test.each([
  ['not a database', (file: string) => writeFileSync(file, 'This is a text file. '.repeat(100))],
  ['shorter than a header', (file: string) => writeFileSync(file, 'SQLite')],
  ['cut short', (file: string) => truncateSync(file, 20_000)],
])('a file that is %s is refused untouched, with what to do', (_, damage) => {
  const folder = tempFolder()
  openDatabase(folder).close()
  damage(join(folder, DATABASE_FILE))
  const before = contentOf(folder)
  const error = refusal(folder)
  expect(error.code).toBe('library-damaged')
  expect(error.message).toContain('Restore a backup')
  expect(contentOf(folder)).toEqual(before)
})

test('damage inside the schema is a clear refusal', () => {
  const folder = tempFolder()
  openDatabase(folder).close()
  const file = join(folder, DATABASE_FILE)
  const bytes = readFileSync(file)
  bytes.fill(0xff, 100, 4096)
  writeFileSync(file, bytes)
  expect(refusal(folder).code).toBe('library-damaged')
})

test('a folder that is a file, and a library that is a folder, are refused', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(refusal(join(folder, 'file')).code).toBe('library-not-writable')
  expect(refusal(join(folder, 'file', 'deeper')).code).toBe('library-not-writable')
  mkdirSync(join(folder, DATABASE_FILE))
  const error = refusal(folder)
  expect(error.code).toBe('library-not-writable')
  expect(error.message).toContain(folder)
})

test('a folder and a file that may not be written to are refused', () => {
  const folder = tempFolder()
  openDatabase(join(folder, 'full')).close()
  mkdirSync(join(folder, 'empty'))
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'full', DATABASE_FILE), 0o444)
  const codes = asPlainUser(folder, () => ['empty', 'full', 'new'].map((name) => refusal(join(folder, name)).code))
  expect(codes).toEqual(['library-not-writable', 'library-not-writable', 'library-not-writable'])
})

/** Runs something without the right to write below a folder; root may write anywhere, so it becomes nobody meanwhile. */
function asPlainUser<T>(folder: string, run: () => T): T {
  const isRoot = process.geteuid?.() === 0
  const folders = [folder, join(folder, 'full'), join(folder, 'empty')]
  for (const path of folders) chmodSync(path, 0o555)
  if (isRoot) process.seteuid?.(65_534)
  try {
    return run()
  } finally {
    if (isRoot) process.seteuid?.(0)
    for (const path of folders) chmodSync(path, 0o755)
  }
}
