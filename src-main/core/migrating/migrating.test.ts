import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Highlight } from '@shared/domain/annotation'
import { parseFragment } from 'parse5'
import { noteText } from '@shared/text/note-text'
import { inProcess, type RunningBackend } from '../../../tests/support/backends'
import { tempFolder } from '../../../tests/support/temp-folder'
import { createClient } from '@shared/contract/client'
import type { Contract } from '@shared/contract'
import { excerptsPage } from './excerpts-page'
import { textContent } from '../imports/html/html-tree'
import { htmlNote } from './notes/html-note'

const FIXTURES = resolve(import.meta.dirname, '../../../tests/fixtures/migrating')
const bytesOf = (name: string) => new Uint8Array(readFileSync(resolve(FIXTURES, name)))

const client = (backend: RunningBackend) => createClient<Contract>(backend)
type TestClient = ReturnType<typeof client>

async function bringIn({ migrating }: TestClient, ...files: [path: string, bytes: Uint8Array<ArrayBuffer>][]) {
  const migrationId = await migrating.begin()
  for (const [path, bytes] of files) await migrating.add({ migrationId, path, bytes })
  const plan = await migrating.look({ migrationId })
  await migrating.start({ migrationId })
  for (;;) {
    const migration = await migrating.get({ migrationId })
    if (migration.state === 'done')
      return { plan, migration, report: await migrating.report({ migrationId, format: 'markdown' }) }
    await new Promise((next) => setImmediate(next))
  }
}

const listAll = async (api: TestClient) => (await api.articles.list({ view: { kind: 'all' }, sort: 'added' })).articles

async function highlightsOf(api: TestClient, url: string): Promise<Highlight[]> {
  const articles = await listAll(api)
  const article = articles.find(({ sourceUrl }) => sourceUrl === url)
  if (article === undefined) throw new Error(`no article at ${url}`)
  const all = await api.annotations.list({ articleId: article.id })
  return all.filter((one) => one.kind === 'highlight')
}

test('articles known by address come with all that was kept, once', async () => {
  const backend = await inProcess(tempFolder())
  const api = client(backend)
  const first = await bringIn(
    api,
    ['pocket.csv', bytesOf('pocket.csv')],
    ['a.json', bytesOf('pocket-annotations.json')],
  )
  expect(first.plan.counts).toMatchObject({ articles: { 'by-address': 3 }, highlights: 2, problems: 1, repeated: 1 })
  expect(first.migration.result).toMatchObject({ added: 3, waiting: 2, failed: 0 })
  expect(first.report.text).toContain('javascript:alert')
  const articles = await listAll(api)
  expect(articles.find(({ title }) => title === 'Otters of the river')).toMatchObject({
    ...{ format: 'excerpts', addedAt: 1577836800_000, tags: ['long reads', 'nature'], status: 'inbox' },
  })
  const quotes = await highlightsOf(api, 'https://example.org/otters')
  expect(quotes.map(({ target, place }) => [target.quote.exact, place])).toEqual([
    ['Otters hold hands while they sleep.', 'placed'],
    ['They eat a quarter of their weight each day.', 'placed'],
  ])
  expect(await api.migrating.notFetched()).toEqual({ count: 3 })

  const again = await bringIn(
    api,
    ['pocket.csv', bytesOf('pocket.csv')],
    ['a.json', bytesOf('pocket-annotations.json')],
  )
  expect(again.plan.counts).toMatchObject({ articles: { known: 3 }, highlights: 0, knownHighlights: 2 })
  expect(again.migration.result).toMatchObject({ added: 0, extended: 0, unchanged: 3 })

  const more = await bringIn(api, ['h.json', bytesOf('hypothesis.json')], ['c.json', bytesOf('clipper.json')])
  expect(more.migration.result).toMatchObject({ added: 0, extended: 1, waiting: 3 })
  expect(await highlightsOf(api, 'https://example.org/otters')).toHaveLength(5)
  await backend.close()
})

test('pages of the export become articles; quotations stand on their words, or wait as orphans', async () => {
  const backend = await inProcess(tempFolder())
  const api = client(backend)
  const omnivore = ['metadata_0_to_2.json', 'content/bees-1.html', 'highlights/bees-1.md']
  const files: [string, Uint8Array<ArrayBuffer>][] = [
    ...omnivore.map((name): [string, Uint8Array<ArrayBuffer>] => [name, bytesOf(`omnivore/${name}`)]),
    ['w.json', bytesOf('wallabag.json')],
  ]
  const { migration } = await bringIn(api, ...files)
  expect(migration.result).toMatchObject({ added: 4, placed: 2, orphaned: 1, failed: 0 })
  const bees = await highlightsOf(api, 'https://example.org/bees')
  const [queen, lost] = [bees.find(({ place }) => place === 'placed'), bees.find(({ place }) => place === 'orphan')]
  expect(queen).toMatchObject({ tags: ['eggs', 'queen'] })
  expect(queen?.body && noteText(queen.body)).toBe('Two thousand! Really?')
  expect(lost?.target.quote.exact).toBe('Words that stand nowhere in this page.')
  expect(JSON.stringify(await api.search.query({ text: 'ultraviolet' }))).toContain('Bees')
  const again = await bringIn(api, ...files)
  expect(again.migration.result).toMatchObject({ added: 0, extended: 0, unchanged: 4 })
  await backend.close()
})

test('quotations find their words though tools write them in their own way, and none is put where it may not belong', async () => {
  const backend = await inProcess(tempFolder())
  const api = client(backend)
  const importId = await api.imports.begin()
  const page = `<html><head><title>The River</title></head><body><article><h1>The River</h1>
    <p>“Every river,” she said, “finds the sea in the end.”</p><p>It takes its time[1] and carries the hills with it.</p>
    <p>The end is near. The end is far.</p></article></body></html>`
  await api.imports.add({
    importId,
    source: { kind: 'file', path: 'river.html', bytes: new Uint8Array(Buffer.from(page)) },
  })
  await api.imports.start({ importId })
  while ((await api.imports.get({ importId })).state !== 'done') await new Promise((next) => setImmediate(next))
  const csv = `Highlight,Book Title,Book Author\n${[
    'finds the sea in the end.""\nIt takes its time and carries',
    '""Every river,"" she said',
    'The end',
    'Words of another edition altogether',
  ]
    .map((words) => `"${words}",The River,`)
    .join('\n')}`
  const { plan, migration } = await bringIn(api, ['r.csv', new Uint8Array(Buffer.from(csv))])
  expect(plan.counts.articles.known).toBe(1)
  expect(migration.result).toMatchObject({ extended: 1, placed: 2, orphaned: 2 })
  await backend.close()
})

test('an article that was fetched later takes the highlights that waited', async () => {
  const backend = await inProcess(tempFolder())
  const api = client(backend)
  await bringIn(api, ['a.json', bytesOf('pocket-annotations.json')])
  const body =
    'Otters hold hands while they sleep. In rivers and seas they float in rafts. They eat a quarter of their weight each day.'
  const page = JSON.stringify([
    {
      url: 'https://example.org/otters',
      title: 'Otters',
      is_archived: 0,
      content: `<p>${body}</p>`,
      tags: [],
      annotations: [],
    },
  ])
  await bringIn(api, ['w.json', new Uint8Array(Buffer.from(page))])
  const quotes = await highlightsOf(api, 'https://example.org/otters')
  expect(quotes.map(({ place }) => place)).toEqual(['placed', 'placed'])
  expect(quotes[0]?.target.snapshotId).toBe((await listAll(api))[0]?.snapshotId)
  expect(await api.migrating.notFetched()).toEqual({ count: 0 })
  await backend.close()
})

test('a page of excerpts has the text that a browser reads in it', () => {
  const quote = { key: 'k', exact: 'a < b & "c"\n\nd', prefix: 'before\r\n ', suffix: ' 👩‍👧 after', location: 'page 3' }
  const record = {
    ...quote,
    where: { file: 'f', line: 1 },
    note: null,
    colour: 'yellow' as const,
    tags: [],
    createdAt: null,
  }
  const before = excerptsPage({ url: 'https://a.org/?a=1&b=2', excerpt: 'An <excerpt>' }, [record])
  const page = excerptsPage({ url: null, excerpt: null }, [{ ...record, key: 'l' }], before)
  for (const { html, text, places } of [before, page]) {
    expect(textContent(parseFragment(html))).toBe(text)
    for (const { start, end } of places.values()) expect(text.slice(start, end)).toBe('a < b & "c"\n\nd')
  }
})

test('notes in HTML become notes of ours, without what could run or load', () => {
  const html = `<h1>T</h1><p>A <b>bold</b> <a href="javascript:alert(1)">x</a> <a href="https://a.org">y</a><img src=x onerror=alert(1)></p>
    <script>alert(1)</script><ul><li>one<ul><li>two</li></ul></li></ul>${'<div>'.repeat(2000)}deep`
  const note = htmlNote(html)
  expect(JSON.stringify(note)).not.toContain('alert')
  expect(noteText(note)).toBe('T\nA bold x y\none\ntwo\ndeep')
})
