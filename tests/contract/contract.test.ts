import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@shared/contract'
import { createClient } from '@shared/contract/client'
import type { Contract } from '@shared/contract'
import type { NoteDocument } from '@shared/domain/note-document'
import type { ArticleId } from '@shared/domain/ids'
import { forked, inProcess, overHttp, type RunningBackend } from '../support/backends'

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On pumps</title></head><body><article>
<h1>On pumps</h1>${'<p>The handle of the pump was taken away, and the deaths came to an end within a few days of it.</p>'.repeat(8)}
</article></body></html>`

const note: NoteDocument = {
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Remember the brewery — 酒 🍺', marks: ['bold'] }] }],
}

describe.each([
  ['in this process', inProcess],
  ['in a forked process', forked],
  ['over HTTP', overHttp],
])('the contract %s', (_, open) => {
  let folder: string
  let backend: RunningBackend
  let client: Omit<Client, 'host'>
  const events: unknown[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-contract-'))
    backend = await open(folder)
    client = createClient<Contract>(backend)
    backend.subscribe((event) => events.push(event))
  })
  afterAll(async () => {
    await backend.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const bringIn = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const importId = await client.imports.begin(undefined)
    await client.imports.add({ importId, source: { kind: 'file', path: name, bytes } })
    await client.imports.start({ importId })
    await expect.poll(async () => (await client.imports.get({ importId })).state, { timeout: 15_000 }).toBe('done')
    return client.imports.get({ importId })
  }
  const theArticle = async (): Promise<ArticleId> => {
    const { articles } = await client.articles.list({ view: { kind: 'all' }, sort: 'added', filter: 'pumps' })
    const id = articles[0]?.id
    if (id === undefined) throw new Error('The article is not there.')
    return id
  }

  test('an unknown call, a wrong input and a missing thing are errors as data', async () => {
    expect(await backend.call('articles.burn', {})).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
    expect(await backend.call('__proto__.toString', {})).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
    expect(await backend.call('articles.get', { id: 5 })).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
    expect(await backend.call('articles.get', { id: '6e51f3a5-7c0e-4e43-9c8e-0a7a7a0f6a01' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('library', async () => {
    expect(await client.library.info(undefined)).toMatchObject({ folder, articles: 0 })
  })

  test('imports: bytes arrive as they are, twice is recognised, and nonsense says why', async () => {
    const first = await bringIn('pumps.html', new TextEncoder().encode(page))
    expect(first.items).toMatchObject([{ state: 'added', title: 'On pumps' }])
    const second = await bringIn('again.html', new TextEncoder().encode(page))
    expect(second.items).toMatchObject([{ state: 'duplicate', articleId: first.items[0]?.articleId }])
    const third = await bringIn(
      'noise.html',
      Uint8Array.from({ length: 5000 }, (__, i) => (i * 7919) % 256),
    )
    expect(third.items[0]?.state).toBe('failed')
    expect(third.items[0]?.error?.message).not.toBe('')
  })

  test('events say what changed', async () => {
    await expect.poll(() => events).toContainEqual({ name: 'articles.changed', ids: [await theArticle()] })
    expect(events).toContainEqual(expect.objectContaining({ name: 'imports.changed' }))
  })

  test('ask', async () => {
    const articleId = await theArticle()
    const place = { kind: 'article', articleId } as const
    const asked = await client.ask.question({ place, conversationId: null, scope: place, text: 'Who made the map?' })
    const { questions } = await client.conversations.get({ id: asked.conversationId })
    expect(questions).toEqual([asked])
    for (const { quote, start, end } of asked.answer.citations) expect(end - start).toBe(quote.length)
  })

  test('articles', async () => {
    const id = await theArticle()
    await client.articles.update({ ids: [id], change: { favourite: true, addTags: ['  #history  '] } })
    expect(await client.articles.get({ id })).toMatchObject({ favourite: true, tags: ['history'] })
    await client.articles.trash({ ids: [id] })
    expect(await client.articles.counts(undefined)).toMatchObject({ inbox: 0, trash: 1 })
    await client.articles.restore({ ids: [id] })
    expect(await client.articles.counts(undefined)).toMatchObject({ inbox: 1, trash: 0 })
  })

  test('snapshots', async () => {
    const { snapshotId } = await client.articles.get({ id: await theArticle() })
    const snapshot = await client.snapshots.get({ id: snapshotId })
    expect(snapshot.provenance).toMatchObject({ via: 'file', originalBytes: page.length })
    expect((await client.snapshots.html({ id: snapshotId })).html).toContain('The handle of the pump')
  })

  test('annotations: a highlight, its note, and a save that comes too late', async () => {
    const articleId = await theArticle()
    const { snapshotId } = await client.articles.get({ id: articleId })
    const { html } = await client.snapshots.html({ id: snapshotId })
    const text = html.replace(/<[^>]*>/gu, '')
    const start = text.indexOf('The handle')
    const end = start + 'The handle of the pump'.length
    const quote = { exact: text.slice(start, end), prefix: '', suffix: text.slice(end, end + 20) }
    const target = { snapshotId, position: { start, end }, quote }
    const { id, revision } = await client.annotations.highlight({ target, colour: 'green' })
    await client.annotations.saveNote({ id, baseRevision: revision, body: note })
    expect(await client.annotations.list({ articleId })).toMatchObject([{ id, colour: 'green', body: note }])

    const late = await backend.call('annotations.saveNote', {
      id,
      baseRevision: revision,
      body: { ...note, blocks: [] },
    })
    expect(late).toMatchObject({ ok: false, error: { code: 'note-conflict', details: { current: { body: note } } } })
    const wrong = { ...target, quote: { ...quote, exact: 'The brewery' } }
    expect(await backend.call('annotations.highlight', { target: wrong, colour: 'blue' })).toMatchObject({
      ok: false,
      error: { code: 'selector-mismatch' },
    })
  })

  test('search', async () => {
    const { articles, notes } = await client.search.query({ text: 'pump handle' })
    expect(articles.hits).toMatchObject([{ articleTitle: 'On pumps' }])
    expect(notes.total).toBe(0)
    expect((await client.search.query({ text: 'brewery' })).notes.total).toBe(1)
  })

  test('exports: bytes come back as bytes, and the same twice', async () => {
    const scope = { kind: 'library' } as const
    const { name, bytes } = await client.exports.download({ scope })
    expect(name).toMatch(/\.md$/u)
    expect(bytes).toBeInstanceOf(Uint8Array)
    expect(new TextDecoder().decode(bytes)).toContain('Remember the brewery — 酒 🍺')
    expect((await client.exports.download({ scope })).bytes).toEqual(bytes)
  })

  test('settings', async () => {
    expect((await client.settings.get(undefined)).theme).toBe('system')
    expect(await client.settings.update({ theme: 'night' })).toMatchObject({ theme: 'night', zoom: 100 })
    await expect.poll(() => events).toContainEqual({ name: 'settings.changed' })
  })
})
