import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportPage, ImportSource } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import { openTestLibrary, type TestLibrary } from '../../../../tests/support/library'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'

const WORDS = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'
const page = (title: string, body: string, path = '/pump'): ImportSource => ({
  kind: 'file',
  path: 'saved/page.html',
  bytes: new Uint8Array(
    Buffer.from(
      `<!doctype html><title>${title}</title><link rel="canonical" href="https://example.org${path}"><h1>${title}</h1><p>${WORDS}</p><p>${body}</p>`,
    ),
  ),
})
const note = (path: string, title: string, body: string): ImportSource => ({
  kind: 'file',
  path,
  bytes: new Uint8Array(Buffer.from(`# ${title}\n\n${WORDS} ${body}`)),
})

async function settled({ client, nextEvent }: TestLibrary, importId: ImportId): Promise<ImportPage> {
  for (;;) {
    const event = nextEvent()
    const current = await client.imports.get({ importId })
    if (current.state === 'done') return current
    await event
  }
}

async function bring(
  library: TestLibrary,
  sources: readonly ImportSource[],
  onKnown: 'ask' | 'update' | 'keep-both' | 'skip' = 'ask',
): Promise<ImportPage> {
  const { client } = library
  const importId = await client.imports.begin(undefined)
  for (const source of sources) await client.imports.add({ importId, source })
  await client.imports.start({ importId, onKnown })
  return settled(library, importId)
}

async function articles({ client }: TestLibrary) {
  return (await client.articles.list({ view: { kind: 'all' }, sort: 'added', offset: 0, limit: 100 })).articles
}

test('another version from the same address asks, and Update makes a snapshot to which highlights move', async () => {
  const library = openTestLibrary()
  const { client } = library
  const first = await bring(library, [page('The pump', 'Dr Snow mapped the outbreak.')])
  const [added] = first.items
  const article = await client.articles.get({ id: added?.articleId ?? '' })
  const { html } = await client.snapshots.html({ id: article.snapshotId })
  const text = html.replace(/<[^>]+>/gu, '')
  const quote = 'Dr Snow mapped the outbreak.'
  const start = text.indexOf(quote)
  await client.annotations.highlight({
    target: {
      snapshotId: article.snapshotId,
      position: { start, end: start + quote.length },
      quote: { exact: quote, prefix: text.slice(Math.max(0, start - 32), start), suffix: '' },
    },
    colour: 'yellow',
  })

  const again = await bring(library, [page('The pump', 'A new sentence. Dr Snow mapped the outbreak.')])
  expect(again.counts).toMatchObject({ asks: 1, added: 0 })
  const [asks] = again.items
  expect(asks).toMatchObject({ title: 'The pump', known: { articleId: article.id, by: 'address' } })
  expect(await articles(library)).toHaveLength(1)

  await client.imports.resolve({ importId: again.id, items: 'all', choice: 'update' })
  const done = await settled(library, again.id)
  expect(done.items).toMatchObject([{ state: 'updated', articleId: article.id, remark: '1 highlight moved.' }])
  expect(await articles(library)).toHaveLength(1)
  expect((await client.articles.get({ id: article.id })).snapshotId).not.toBe(article.snapshotId)
  expect(library.events.filter(({ name }) => name === 'annotations.changed').length).toBeGreaterThan(0)
})

test('Keep both adds it beside the other, Skip leaves the library as it is', async () => {
  const library = openTestLibrary()
  const { client } = library
  await bring(library, [page('One', 'First words.')])
  const two = await bring(library, [page('One', 'Second words.'), page('One', 'Third words.')])
  expect(two.counts.asks).toBe(2)
  const [a, b] = two.items
  await client.imports.resolve({ importId: two.id, items: [a?.id ?? ''], choice: 'keep-both' })
  await client.imports.resolve({ importId: two.id, items: [b?.id ?? ''], choice: 'skip' })
  const done = await settled(library, two.id)
  expect(done.counts).toMatchObject({ added: 1, skipped: 1, asks: 0 })
  expect(await articles(library)).toHaveLength(2)
})

test('what was read waits on disk for its answer, over a restart, and is not read again', async () => {
  const library = openTestLibrary()
  const { folder } = library
  await bring(library, [page('One', 'First words.')])
  const asked = await bring(library, [page('One', 'Second words.')])
  expect(asked.counts.asks).toBe(1)
  await library.close()
  expect(readdirSync(join(folder, 'incoming', asked.id, 'read'))).toHaveLength(1)

  let reads = 0
  const read = createReadBytes({ loadImage })
  const next = openTestLibrary({
    folder,
    readSource: (source) => {
      reads++
      return read(source)
    },
  })
  next.library.resumeImports()
  expect((await next.client.imports.get({ importId: asked.id })).counts.asks).toBe(1)
  await next.client.imports.resolve({ importId: asked.id, items: 'all', choice: 'keep-both' })
  expect((await settled(next, asked.id)).counts).toMatchObject({ added: 1, asks: 0 })
  expect(reads).toBe(0)
  expect(await articles(next)).toHaveLength(2)
  await next.close()
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('a file of the same name and title with other words is the same note; of another name it is another', async () => {
  const library = openTestLibrary()
  await bring(library, [note('vault/plan.md', 'Plan', 'First.')])
  const again = await bring(library, [note('plan.md', 'Plan', 'Second.'), note('other.md', 'Plan', 'Third.')])
  expect(again.items.map(({ name, state, known }) => [name, state, known?.by])).toEqual([
    ['plan.md', 'asks', 'file'],
    ['other.md', 'added', undefined],
  ])
})

test('what to do can be said beforehand', async () => {
  const library = openTestLibrary()
  await bring(library, [page('One', 'First words.')])
  expect((await bring(library, [page('One', 'Second words.')], 'update')).counts.updated).toBe(1)
  expect((await bring(library, [page('One', 'Third words.')], 'skip')).counts.skipped).toBe(1)
  expect((await bring(library, [page('One', 'Fourth words.')], 'keep-both')).counts.added).toBe(1)
  // The same words as an earlier snapshot are known, whatever was said.
  expect((await bring(library, [page('One', 'First words.')], 'keep-both')).counts.duplicate).toBe(1)
})

test('the report says of each item what became of it', async () => {
  const library = openTestLibrary()
  await bring(library, [page('One', 'First words.')])
  const done = await bring(library, [
    page('One', 'Second, "quoted", words.'),
    note('=cmd|x.md', 'A *title* | with marks', 'Words.'),
    { kind: 'file', path: 'empty.txt', bytes: new Uint8Array() },
  ])
  const markdown = await library.client.imports.report({ importId: done.id, format: 'markdown' })
  expect(markdown.name).toMatch(/^import-\d{4}-\d\d-\d\d\.md$/u)
  expect(markdown.text).toContain('3 items: 1 asks what to do, 1 added, 1 failed.')
  expect(markdown.text).toContain('| =cmd\\|x.md | added | A title \\| with marks |')
  const csv = await library.client.imports.report({ importId: done.id, format: 'csv' })
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toBe('Name,Outcome,Title,Reason,Remarks,Seconds')
  expect(lines).toHaveLength(5)
  expect(csv.text).toContain("\r\n'=cmd|x.md,added,")
})
