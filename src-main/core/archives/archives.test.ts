import { existsSync, mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Archive } from '@shared/contract/archives'
import type { ImportId } from '@shared/domain/ids'
import { openTestLibrary, type TestLibrary } from '../../../tests/support/library'
import { tempFolder } from '../../../tests/support/temp-folder'
import { WIKI } from '../../../tests/support/wiki-archive'
import { buildZim } from '../../../tests/support/zim-builder'

const BYTES = buildZim(WIKI)

const archiveFile = (folder = tempFolder(), name = 'wiki.zim'): string => {
  const file = join(folder, name)
  writeFileSync(file, BYTES)
  return file
}

async function upload({ client }: TestLibrary, bytes: Uint8Array, piece = 1000): Promise<Archive> {
  const uploadId = await client.archives.beginUpload({ name: 'My wiki (1).zim', bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += piece) {
    await client.archives.appendUpload({
      uploadId,
      offset,
      bytes: new Uint8Array(bytes.subarray(offset, offset + piece)),
    })
  }
  return client.archives.finishUpload({ uploadId })
}

async function whenDone({ client, nextEvent }: TestLibrary, importId: ImportId) {
  for (;;) {
    const event = nextEvent()
    const found = await client.imports.get({ importId })
    if (found.state === 'done') return found.items
    await event
  }
}

test('an archive is added where it is, and listed with what it says of itself', async () => {
  const library = openTestLibrary()
  const { client, events } = library
  const path = archiveFile()
  const added = await client.archives.add({ path: ` "${path}" ` })
  expect(added).toMatchObject({
    title: 'Wikipedia on a shelf',
    description: 'Four articles, for tests',
    language: 'eng',
    date: '2026-03-01',
    articleCount: 5,
    bytes: BYTES.length,
    path,
    isCopy: false,
    icon: 'M/Illustration_48x48@1',
    state: 'ready',
  })
  expect(await client.archives.list()).toEqual([added])
  expect(events.some(({ name }) => name === 'archives.changed')).toBe(true)
  await client.archives.check({ id: added.id })
})

test('titles are browsed and found whatever their case and accents', async () => {
  const { client } = openTestLibrary()
  const { id } = await client.archives.add({ path: archiveFile() })
  const names = ({ titles }: { titles: { title: string }[] }) => titles.map(({ title }) => title)
  const all = ['Main Page', 'Maria Skłodowska', 'Marie Curie', 'Radioactivity', 'Radium', 'Élysée Palace']
  expect(names(await client.archives.titles({ id, prefix: '', offset: 0, limit: 100 }))).toEqual(all)
  const part = await client.archives.titles({ id, prefix: '', offset: 2, limit: 2 })
  expect(names(part)).toEqual(['Marie Curie', 'Radioactivity'])
  expect(part.next).toBe(4)
  expect(names(await client.archives.titles({ id, prefix: 'rad', offset: 0, limit: 9 }))).toEqual([
    'Radioactivity',
    'Radium',
  ])
  const search = async (text: string) => names(await client.archives.search({ id, text, from: 0, limit: 20 }))
  expect(await search('RADI')).toEqual(['Radioactivity', 'Radium'])
  expect(await search('curie')).toEqual(['Marie Curie'])
  expect(await search('palace elysee')).toEqual(['Élysée Palace'])
  expect(await search('sklodowska')).toEqual(['Maria Skłodowska'])
  expect(await search('xyz')).toEqual([])
})

test('a redirect shows the page it leads to, and where that was taken from', async () => {
  const { client } = openTestLibrary()
  const { id } = await client.archives.add({ path: archiveFile() })
  const entry = await client.archives.entry({ id, path: 'C/Maria_Skłodowska' })
  expect(entry).toEqual({
    path: 'C/Marie_Curie',
    title: 'Marie Curie',
    sourceUrl: 'https://en.wikipedia.org/wiki/Marie_Curie',
  })
  expect(await client.archives.entry({ id, path: null })).toMatchObject({ title: 'Main Page' })
  await expect(client.archives.entry({ id, path: 'C/Nobody' })).rejects.toMatchObject({ code: 'not-found' })
})

test('a page is made safe: nothing can run or load from elsewhere, links and images lead into the archive', async () => {
  const { client } = openTestLibrary()
  const { id } = await client.archives.add({ path: archiveFile() })
  const { html, title, language } = await client.archives.page({ id, path: 'C/Marie_Curie' })
  expect([title, language]).toEqual(['Marie Curie', 'en'])
  expect(html).toContain(`src="/archives/${id}/file?path=C%2F_assets_%2Fcurie.png"`)
  expect(html).toContain(`href="/archives/${id}/page?path=C%2FRadium"`)
  expect(html).toContain('href="https://example.org/"')
  expect(html).not.toMatch(/script|onclick|pixel/u)
  const image = await client.archives.file({ id, path: 'C/_assets_/curie.png' })
  expect(Buffer.from(image).subarray(1, 4).toString()).toBe('PNG')
})

test('pages are imported with their images, as articles of the wiki they came from, and marked', async () => {
  const library = openTestLibrary()
  const { client } = library
  const { id } = await client.archives.add({ path: archiveFile() })
  const importId = await client.archives.importPages({ id, paths: ['C/Marie_Curie', 'C/Radium', 'C/Gone'] })
  const items = await whenDone(library, importId)
  const byName = Object.fromEntries(items.map(({ name, state }) => [name, state]))
  expect(byName).toEqual({ 'Marie Curie': 'added', Radium: 'added', Gone: 'failed' })
  const marks = await client.archives.marks({ id })
  expect(marks.map(({ path }) => path).sort()).toEqual(['C/Marie_Curie', 'C/Radium'])
  const articleId = marks.find(({ path }) => path === 'C/Marie_Curie')?.articleId
  if (articleId === undefined) throw new Error('No article')
  const article = await client.articles.get({ id: articleId })
  expect(article).toMatchObject({
    title: 'Marie Curie',
    format: 'zim',
    siteName: 'Wikipedia',
    sourceUrl: 'https://en.wikipedia.org/wiki/Marie_Curie',
  })
  const snapshot = await client.snapshots.get({ id: article.snapshotId })
  expect(snapshot.provenance).toMatchObject({ via: 'file', fileName: 'wiki.zim/C/Marie_Curie', format: 'zim' })
  const { html } = await client.snapshots.html({ id: article.snapshotId })
  expect(html).toContain('href="https://en.wikipedia.org/wiki/Radium"')
  await client.articles.trash({ ids: [articleId] })
  expect((await client.archives.marks({ id })).map(({ path }) => path)).toEqual(['C/Radium'])
})

test('an archive that was moved is missing until it is added again, and keeps its id and its marks', async () => {
  const library = openTestLibrary()
  const { client } = library
  const path = archiveFile()
  const { id } = await client.archives.add({ path })
  await whenDone(library, await client.archives.importPages({ id, paths: ['C/Radium'] }))
  const moved = join(tempFolder(), 'moved.zim')
  renameSync(path, moved)
  expect(await client.archives.list()).toMatchObject([{ id, state: 'missing' }])
  await expect(client.archives.titles({ id, prefix: '', offset: 0, limit: 5 })).rejects.toMatchObject({
    code: 'archive-missing',
    message: expect.stringContaining(path),
  })
  expect(await client.archives.add({ path: moved })).toMatchObject({ id, path: moved, state: 'ready' })
  expect(await client.archives.marks({ id })).toHaveLength(1)
  // Another copy of what is there already changes nothing.
  expect(await client.archives.add({ path: archiveFile() })).toMatchObject({ id, path: moved })
})

test('an upload comes in pieces, becomes a copy in the library, and goes with it', async () => {
  const library = openTestLibrary()
  const { client, folder } = library
  const archive = await upload(library, BYTES)
  expect(archive).toMatchObject({ title: 'Wikipedia on a shelf', isCopy: true })
  expect(archive.path.startsWith(join(folder, 'archives'))).toBe(true)
  expect(readdirSync(join(folder, 'archives'))).toHaveLength(1)
  // The same once more is not kept twice.
  expect((await upload(library, BYTES)).id).toBe(archive.id)
  expect(readdirSync(join(folder, 'archives'))).toHaveLength(1)
  await client.archives.remove({ id: archive.id })
  expect(readdirSync(join(folder, 'archives'))).toEqual([])
  expect(await client.archives.list()).toEqual([])
})

test('removing an archive leaves a file elsewhere alone', async () => {
  const { client } = openTestLibrary()
  const path = archiveFile()
  const { id } = await client.archives.add({ path })
  await client.archives.remove({ id })
  expect(existsSync(path)).toBe(true)
  await expect(client.archives.page({ id, path: 'C/Radium' })).rejects.toMatchObject({ code: 'not-found' })
})

test('an upload that is damaged, out of order, too short or given up leaves nothing', async () => {
  const library = openTestLibrary()
  const { client, folder } = library
  const broken = Buffer.from(BYTES)
  broken.fill(0, 100, 200)
  await expect(upload(library, broken)).rejects.toMatchObject({ code: 'archive-damaged' })
  const begin = () => client.archives.beginUpload({ name: 'a.zim', bytes: 100 })
  const bytes = new Uint8Array(10)
  const first = await begin()
  await expect(client.archives.appendUpload({ uploadId: first, offset: 5, bytes })).rejects.toMatchObject({
    code: 'invalid-call',
  })
  const second = await begin()
  await client.archives.appendUpload({ uploadId: second, offset: 0, bytes })
  await expect(client.archives.finishUpload({ uploadId: second })).rejects.toMatchObject({ code: 'invalid-call' })
  const third = await begin()
  await client.archives.abortUpload({ uploadId: third })
  await expect(client.archives.finishUpload({ uploadId: third })).rejects.toMatchObject({ code: 'not-found' })
  expect(readdirSync(join(folder, 'archives'))).toEqual([])
  await expect(client.archives.beginUpload({ name: 'a.zip', bytes: 5 })).rejects.toMatchObject({
    code: 'unsupported-format',
  })
  await expect(client.archives.beginUpload({ name: 'a.zim', bytes: 2 ** 50 })).rejects.toMatchObject({
    code: 'disk-full',
  })
})

test('what an upload of an earlier session left is swept when the library opens, but not one that goes on', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'archives'))
  const clock = { now: Date.now() }
  const [old, young] = ['old.part', 'young.part'].map((name) => join(folder, 'archives', name))
  for (const file of [old, young]) writeFileSync(file ?? '', 'x')
  utimesSync(old ?? '', new Date(clock.now - 7_200_000), new Date(clock.now - 7_200_000))
  const library = openTestLibrary({ folder, clock })
  await library.close()
  expect(readdirSync(join(folder, 'archives'))).toEqual(['young.part'])
})

test.each([
  ['a relative path', 'wiki.zim', 'archive-missing'],
  ['a path to nothing', '/nowhere/wiki.zim', 'archive-missing'],
])('%s is refused in words', async (_, path, code) => {
  const { client } = openTestLibrary()
  await expect(client.archives.add({ path })).rejects.toMatchObject({ code })
  expect(await client.archives.list()).toEqual([])
})
