import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../src-main/core/database/database'
import { MIGRATIONS, type Migration } from '../../src-main/core/database/migrate'
import { tempFolder } from '../support/temp-folder'

const newest = MIGRATIONS.at(-1)?.version ?? 0
const addWords: Migration = { version: newest + 10, sql: 'CREATE TABLE words (word TEXT) STRICT' }
const breaks: Migration = { version: newest + 20, sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT * FROM nowhere' }

/** A library with something in it. */
function written(): string {
  const folder = tempFolder()
  const db = openDatabase(folder)
  db.prepare("INSERT INTO settings VALUES ('zoom', '120')").run()
  db.close()
  return folder
}

test('versions rise in steps of ten', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => (at + 1) * 10))
})

test('an older library is copied, then brought up, and keeps its data', () => {
  const folder = written()
  const db = openDatabase(folder, [...MIGRATIONS, addWords])
  expect(db.pragma('user_version', { simple: true })).toBe(newest + 10)
  expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('120')
  db.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual([`before-format-change-${newest}.db`])
  const copy = new BetterSqlite3(join(folder, 'backups', `before-format-change-${newest}.db`), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(newest)
  expect(copy.prepare('SELECT value FROM settings').pluck().get()).toBe('120')
  copy.close()
})

test('a step that fails leaves the library as it was, with no copies piling up', () => {
  const folder = written()
  expect(() => openDatabase(folder, [...MIGRATIONS, addWords, breaks])).toThrow('nowhere')
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
  const db = openDatabase(folder)
  expect(db.pragma('user_version', { simple: true })).toBe(newest)
  expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('120')
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('words', 'half')").all()).toEqual([])
  db.close()
})

test('a copy never overwrites an earlier one, and what a crash left half-copied is no obstacle', () => {
  const folder = written()
  openDatabase(folder, [...MIGRATIONS, addWords]).close()
  const back = new BetterSqlite3(join(folder, DATABASE_FILE))
  back.exec(`DROP TABLE words; PRAGMA user_version = ${newest}`)
  back.close()
  writeFileSync(join(folder, 'backups', `before-format-change-${newest}-2.db.partial`), 'half a copy')
  openDatabase(folder, [...MIGRATIONS, addWords]).close()
  const copies = [`before-format-change-${newest}-2.db`, `before-format-change-${newest}.db`]
  expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual(copies)
})

test('a new library needs no copy', () => {
  const folder = tempFolder()
  openDatabase(folder).close()
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})
