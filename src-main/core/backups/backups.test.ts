import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addText, openTestLibrary, type TestLibrary } from '../../../tests/support/library'
import { targetOf } from '../../../tests/support/stores'
import { tempFolder } from '../../../tests/support/temp-folder'
import { snapshotText } from '../imports/cleaning/snapshot-text'
import { backupWork } from '../../workers/backup-work'

const HOUR = 60 * 60 * 1000

async function withArticle(text = 'A first article.\n\nIt has two paragraphs, and is kept.') {
  const library = openTestLibrary()
  const article = await addText(library, text)
  return { library, article }
}

/** Closes a library and opens it again, as the host does when it was told to. */
async function reopened({ close, restarts }: TestLibrary): Promise<TestLibrary> {
  const restart = restarts.at(-1)
  if (restart === undefined) throw new Error('Nobody asked for a restart')
  await close()
  await restart.whenClosed()
  return openTestLibrary({ folder: restart.at })
}

test('a backup made while the library is open brings everything back', async () => {
  const { library, article } = await withArticle()
  const made = await library.client.backups.make(undefined)
  expect(made).toMatchObject({ reason: 'asked', madeAt: library.clock.now })
  await addText(library, 'Another article that came later.\n\nIt is not in the backup.')

  const inside = await library.client.backups.look({ kind: 'backup', name: made.name })
  expect(inside).toMatchObject({ articles: 1, missing: { count: 1 }, returning: { count: 0 } })

  await library.client.backups.restore({ kind: 'backup', name: made.name })
  await addText(library, 'Written while the backup was put in place.\n\nIt is in the backup of before.')
  const again = await reopened(library)
  expect(await again.client.articles.get({ id: article.id })).toMatchObject({ title: article.title })
  expect((await again.client.library.info(undefined)).articles).toBe(1)
  const { backups } = await again.client.backups.list(undefined)
  expect(backups.map(({ reason }) => reason).sort()).toEqual(['asked', 'before-restore'])

  const before = backups.find(({ reason }) => reason === 'before-restore')
  await again.client.backups.restore({ kind: 'backup', name: before?.name ?? '' })
  expect((await (await reopened(again)).client.library.info(undefined)).articles).toBe(3)
})

test('the whole library goes into one file and opens in another place, images and originals too', async () => {
  const { library, article } = await withArticle()
  const target = tempFolder()
  const packed = await library.client.backups.pack({ folder: target })
  expect(readdirSync(target)).toHaveLength(1)

  const other = openTestLibrary()
  expect(await other.client.backups.look({ kind: 'file', path: packed.path })).toMatchObject({ articles: 1 })
  await other.client.backups.restore({ kind: 'file', path: packed.path })
  const opened = await reopened(other)
  expect(await opened.client.articles.get({ id: article.id })).toMatchObject({ title: article.title })
  expect((await opened.client.backups.check(undefined)).findings).toEqual([])
})

test('a file that is no library is refused, and nothing changes', async () => {
  const { library } = await withArticle()
  const folder = tempFolder()
  const files: [string, string | Uint8Array][] = [
    ['text.txt', 'not a library'],
    ['empty.db', ''],
    ['other.db', emptyDatabase()],
    ['zip.lectern', Buffer.from('PK\u0003\u0004 and nothing behind it')],
  ]
  for (const [name, content] of files) {
    const path = join(folder, name)
    writeFileSync(path, content)
    await expect(library.client.backups.look({ kind: 'file', path })).rejects.toMatchObject({ code: 'library-damaged' })
    await expect(library.client.backups.restore({ kind: 'file', path })).rejects.toMatchObject({
      code: 'library-damaged',
    })
  }
  await expect(library.client.backups.look({ kind: 'file', path: join(folder, 'gone') })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(library.restarts).toEqual([])
  expect((await library.client.library.info(undefined)).articles).toBe(1)
})

test('a library moves to an empty folder, and the former one stays', async () => {
  const { library, article } = await withArticle()
  const target = join(tempFolder(), 'new', 'place')
  await library.client.backups.move({ folder: target })
  expect(library.restarts).toMatchObject([{ at: target }])
  // What is written until the library closes comes too.
  const late = await addText(library, 'An article in the last moment.\n\nIt was added while the library moved.')
  const moved = await reopened(library)
  expect(moved.folder).toBe(target)
  expect(await moved.client.articles.get({ id: late.id })).toMatchObject({ title: late.title })
  expect(await moved.client.articles.get({ id: article.id })).toMatchObject({ title: article.title })
  expect((await moved.client.backups.check(undefined)).findings).toEqual([])
  expect(existsSync(join(library.folder, 'library.db'))).toBe(true)
  await expect(moved.client.backups.move({ folder: library.folder })).rejects.toMatchObject({
    code: 'library-not-writable',
  })
  await expect(moved.client.backups.move({ folder: join(target, 'inside') })).rejects.toMatchObject({
    code: 'library-not-writable',
  })
})

test('the clock makes a backup when something changed, and not more often than each hour', async () => {
  const clock = { now: Date.now() }
  const library = openTestLibrary({ clock })
  const scheduled = async () =>
    (await library.client.backups.list(undefined)).backups.filter(({ reason }) => reason === 'scheduled').length
  await library.library.backUpIfDue()
  expect(await scheduled()).toBe(1)
  clock.now += 10 * 60 * 1000
  await addText(library, 'Something new.\n\nThat is to be kept.')
  await library.library.backUpIfDue()
  expect(await scheduled()).toBe(1)
  clock.now += HOUR
  await library.library.backUpIfDue()
  expect(await scheduled()).toBe(2)
})

test('a backup that cannot be made is told', async () => {
  const library = openTestLibrary()
  rmSync(join(library.folder, 'backups'), { recursive: true, force: true })
  writeFileSync(join(library.folder, 'backups'), 'a file in the way')
  await library.library.backUpIfDue()
  expect((await library.client.backups.list(undefined)).problem).not.toBeNull()
})

test('a damaged library is repaired: every row that can be read is there, with its highlights', async () => {
  const { library, article } = await withArticle()
  for (let count = 0; count < 40; count += 1)
    await addText(library, `Article number ${count}.\n\n${`Some words of number ${count}. `.repeat(200)}`)
  await library.close()
  const file = join(library.folder, 'library.db')
  damage(file, 'snapshots')
  const report = await backupWork.repair(library.folder, Date.now())
  expect(report.lost.length).toBeGreaterThan(0)
  const bytes = readFileSync(file)
  const again = openTestLibrary({ folder: library.folder })
  const [kept = ''] = readdirSync(join(library.folder, 'backups')).filter((name) => name.startsWith('damaged-'))
  // SQLite notes in its header (the first 100 bytes) that there is no log any more.
  expect(
    readFileSync(join(library.folder, 'backups', kept))
      .subarray(100)
      .equals(bytes.subarray(100)),
  ).toBe(true)
  expect((await again.client.library.info(undefined)).articles).toBe(41)
  expect(await again.client.articles.get({ id: article.id })).toMatchObject({ title: article.title })
  expect((await again.client.backups.check(undefined)).findings.filter((one) => !/search/iu.test(one))).toEqual([])
})

test('where the text of an article is lost, its highlights keep their words and notes', async () => {
  const { library, article } = await withArticle()
  const { html } = await library.client.snapshots.html({ id: article.snapshotId })
  const made = await library.client.annotations.highlight({
    target: targetOf(article.snapshotId, snapshotText(html), 'two paragraphs'),
    colour: 'green',
  })
  await library.close()
  const db = new BetterSqlite3(join(library.folder, 'library.db'))
  db.pragma('foreign_keys = OFF')
  db.prepare('DELETE FROM snapshots').run()
  db.prepare('DELETE FROM articles').run()
  db.close()

  const report = await backupWork.repair(library.folder, Date.now())
  expect(report).toMatchObject({ articles: 1, highlights: 1 })
  const again = openTestLibrary({ folder: library.folder })
  const [found] = await again.client.annotations.list({ articleId: article.id })
  expect(found).toMatchObject({ id: made.id, target: { quote: { exact: 'two paragraphs' } }, place: 'placed' })
  expect((await again.client.backups.check(undefined)).findings).toEqual([])
})

/** Overwrites a leaf page of a table. */
function damage(file: string, table: string): void {
  const db = new BetterSqlite3(file)
  const page = Number(
    db
      .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 3`)
      .pluck()
      .get(table),
  )
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
}

/** A SQLite file without tables. */
function emptyDatabase(): Uint8Array {
  const db = new BetterSqlite3(':memory:')
  db.exec('VACUUM')
  const bytes = db.serialize()
  db.close()
  return bytes
}
