import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ExportScope } from '@shared/contract/exports'
import { ArticleId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { openSyncing } from '../../../tests/support/syncing'
import { exportHandlers } from './exports'

const library: ExportScope = { kind: 'library' }
const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})

function openExports() {
  const stores = openSyncing()
  const handlers = exportHandlers(stores)
  const highlighted = (title: string, addedAt: number) => stores.highlighted(title, undefined, addedAt)
  return { ...stores, handlers, highlighted }
}

test('exports each article that says something, the oldest first and under names of their own', async () => {
  const { addArticle, annotations, handlers, highlighted } = openExports()
  const second = await highlighted('Same title', 2)
  const first = await highlighted('Same title', 1)
  const { id: unsaid } = addArticle({ title: 'Nothing said' })
  await annotations.articleNote({ articleId: unsaid })
  const files = await handlers.markdown({ scope: library })
  expect(files.map(({ articleId, name }) => [articleId, name])).toEqual([
    [first.id, 'Same title.md'],
    [second.id, `Same title ${second.id.slice(0, 8)}.md`],
  ])
  const preview = await handlers.preview({ scope: library })
  expect(preview).toEqual({ files: 2, annotations: 2, first: files[0] })
})

test('exports the same state as the same bytes', async () => {
  const { clock, handlers, highlighted } = openExports()
  await highlighted('One', 1)
  await highlighted('Two', 2)
  const before = await handlers.download({ scope: library })
  clock.now += 1_000_000
  expect(await handlers.download({ scope: library })).toEqual(before)
  expect(before).toMatchObject({ name: 'Lectern highlights.zip', mediaType: 'application/zip' })
  expect(Object.keys(unzipSync(before.bytes))).toEqual(['One.md', 'Two.md'])
})

test('downloads one article as the Markdown file itself, with its notes and colour names', async () => {
  const { annotations, handlers, highlighted, settings } = openExports()
  const { id, highlight } = await highlighted('One', 1)
  await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: note('Costs $5 [[here]]') })
  settings.update({ colourNames: { ...settings.get().colourNames, green: 'Proof' } })
  const { bytes, name, mediaType } = await handlers.download({ scope: { kind: 'articles', ids: [id] } })
  expect({ name, mediaType }).toEqual({ name: 'One.md', mediaType: 'text/markdown; charset=utf-8' })
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain(
    `> Broad Street pump\n\n<a id="hl-${highlight.id.replaceAll('-', '').slice(0, 12)}"></a>Proof · [Open in Lectern](lectern://open/${id}/${highlight.id}) · [At the source](https://example.org/pump#:~:text=`,
  )
  expect(text.endsWith('\n\nCosts \\$5 \\[\\[here]]\n')).toBe(true)
})

test('a download holds the pictures of its notes, where its files say', async () => {
  const { annotations, assets, handlers, highlighted } = openExports()
  const { id, highlight } = await highlighted('One', 1)
  const asset = await assets.put(Buffer.from('\u0089PNG\r\n\u001a\nrest', 'latin1'))
  const body = { version: 1 as const, blocks: [{ type: 'image' as const, asset, alt: 'A map' }] }
  await annotations.saveNote({ id: highlight.id, baseRevision: 0, body })
  const { bytes, name } = await handlers.download({ scope: { kind: 'articles', ids: [id] } })
  const picture = `attachments/${asset.slice(0, 16)}.png`
  const files = unzipSync(bytes)
  expect([name, ...Object.keys(files)]).toEqual(['One.zip', 'One.md', picture])
  expect(new TextDecoder().decode(files['One.md'])).toContain(`![A map](${picture})`)
})

test('leaves out Trash and removed highlights', async () => {
  const { annotations, articles, handlers, highlighted } = openExports()
  const { id } = await highlighted('In Trash', 1)
  const { highlight } = await highlighted('Removed', 2)
  await articles.trash({ ids: [id] })
  await annotations.remove({ ids: [highlight.id] })
  expect(await handlers.preview({ scope: library })).toEqual({ files: 0, annotations: 0, first: null })
  await expect(handlers.download({ scope: library })).rejects.toThrow('nothing to export')
})

test('says when an article is gone', async () => {
  const { handlers } = openExports()
  const id = ArticleId.parse('11111111-1111-4111-8111-111111111111')
  await expect(handlers.markdown({ scope: { kind: 'articles', ids: [id] } })).rejects.toThrow('could not be found')
})
