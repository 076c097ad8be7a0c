import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ArticleNote, Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { DEFAULT_SETTINGS } from '@shared/domain/settings'
import { frontMatter, lecternIdOf } from './front-matter'
import { articleToMarkdown, type PlacedHighlight } from './markdown'
import { headingsAt, paragraphsOf } from './place'
import { safeTags } from './tags'
import { blockBounds } from '../text/block-bounds'

const articleId = ArticleId.parse('11111111-1111-4111-8111-111111111111')
const snapshotId = SnapshotId.parse('99999999-1111-4111-8111-111111111111')
const { colourNames } = DEFAULT_SETTINGS

const article: Article = {
  id: articleId,
  snapshotId,
  title: 'The Karachi "attack": what #we know',
  byline: 'no',
  siteName: null,
  sourceUrl: 'https://example.org/a?b=c#d',
  publishedAt: '2023-02-17',
  language: 'en',
  direction: 'ltr',
  excerpt: '',
  format: 'html',
  status: 'inbox',
  favourite: false,
  tags: ['to read', '2023'],
  wordCount: 10,
  progress: { offset: 0, fraction: 0 },
  addedAt: Date.UTC(2026, 10, 22, 23, 59),
  openedAt: null,
  trashedAt: null,
  marks: [],
  leadImage: null,
  annotationCount: 2,
}

const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})

function placed(n: number, exact: string, headings: string[] = [], body: NoteDocument | null = null): PlacedHighlight {
  const highlight = Highlight.parse({
    id: AnnotationId.parse(`aaaaaaa${n}-0000-4000-8000-000000000000`),
    articleId,
    kind: 'highlight',
    target: { snapshotId, position: { start: n, end: n + exact.length }, quote: { exact, prefix: '', suffix: '' } },
    place: 'placed',
    move: null,
    colour: 'green',
    body,
    revision: 0,
    tags: ['my tag'],
    createdAt: 0,
    updatedAt: 0,
  })
  return { highlight, headings: headings.map((text, at) => outline(at + 2, text)), paragraphs: exact.split('\n\n') }
}

const entries = new Map<string, { level: number; text: string; start: number }>()
function outline(level: number, text: string) {
  const entry = entries.get(text) ?? { level, text, start: 0 }
  entries.set(text, entry)
  return entry
}

test('writes an article’s highlights and notes', () => {
  const text = articleToMarkdown({
    article,
    licence: {
      statement: 'Text by Wikipedia authors under CC BY-SA 4.0.', name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/',
      authorsUrl: 'https://en.wikipedia.org/wiki/Attack?action=history', changes: 'Lectern left out the page around it.',
    },
    note: ArticleNote.parse({
      id: AnnotationId.parse('bbbbbbbb-0000-4000-8000-000000000000'),
      articleId, kind: 'article-note', body: note('Read with care.'), revision: 1, tags: [], createdAt: 0, updatedAt: 0,
    }),
    highlights: [
      placed(1, 'Before any heading'),
      placed(2, 'First paragraph.\n\n# Second, with <b>', ['Attack', 'Victims', 'Police'], note('$5 ^hl-1')),
      placed(3, 'Still there', ['Attack', 'Victims', 'Police']),
      placed(4, 'Another section', ['Aftermath']),
    ],
    colourNames,
  }) // prettier-ignore
  expect(text).toMatchInlineSnapshot(`
    "---
    lectern-id: 11111111-1111-4111-8111-111111111111
    title: 'The Karachi "attack": what #we know'
    author: "no"
    source: https://example.org/a?b=c#d
    published: "2023-02-17"
    added: "2026-11-22"
    tags:
      - to-read
      - _2023
    language: en
    licence: CC BY-SA 4.0
    licence-url: https://creativecommons.org/licenses/by-sa/4.0/
    authors: https://en.wikipedia.org/wiki/Attack?action=history
    ---

    # The Karachi "attack": what \\#we know

    Read with care.

    > Before any heading

    Evidence · #my-tag

    [Open in Lectern](lectern://open/11111111-1111-4111-8111-111111111111/aaaaaaa1-0000-4000-8000-000000000000) ^hl-aaaaaaa10000

    ## Attack

    ### Police

    > First paragraph.
    >
    > \\# Second, with \\<b>

    Evidence · #my-tag

    \\$5 \\^hl-1

    [Open in Lectern](lectern://open/11111111-1111-4111-8111-111111111111/aaaaaaa2-0000-4000-8000-000000000000) ^hl-aaaaaaa20000

    > Still there

    Evidence · #my-tag

    [Open in Lectern](lectern://open/11111111-1111-4111-8111-111111111111/aaaaaaa3-0000-4000-8000-000000000000) ^hl-aaaaaaa30000

    ## Aftermath

    > Another section

    Evidence · #my-tag

    [Open in Lectern](lectern://open/11111111-1111-4111-8111-111111111111/aaaaaaa4-0000-4000-8000-000000000000) ^hl-aaaaaaa40000

    ---

    “The Karachi "attack": what \\#we know” by [its authors](https://en.wikipedia.org/wiki/Attack?action=history). Text by Wikipedia authors under CC BY-SA 4.0. ([CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)) Lectern left out the page around it.
    "
  `)
})

test('tells highlights apart whose ids begin alike', () => {
  const first = placed(1, 'a')
  const id = AnnotationId.parse('aaaaaaa1-ffff-4000-8000-000000000000')
  const second: PlacedHighlight = { ...first, highlight: { ...first.highlight, id } }
  const text = articleToMarkdown({ article, licence: null, note: null, highlights: [first, second], colourNames })
  expect(text.match(/\^hl-\w+/gu)).toEqual(['^hl-aaaaaaa10000', '^hl-aaaaaaa1ffff'])
})

test('keeps any title, byline and address in the front matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, plain) => {
      const block = frontMatter({ ...article, title, byline: plain }, null)
      const yaml = block.replace(/^---\n/u, '').replace(/---\n$/u, '')
      expect(parse(yaml)).toMatchObject({ title, author: plain, tags: ['to-read', '_2023'] })
      expect(lecternIdOf(block)).toBe(articleId)
    }),
  )
})

test('reads whose a file is', () => {
  expect(lecternIdOf(`---\r\nlectern-id: ${articleId}\r\n---\r\n`)).toBe(articleId)
  expect(lecternIdOf('# No front matter')).toBeNull()
  expect(lecternIdOf('---\nlectern-id: 5\n---\n')).toBeNull()
  expect(lecternIdOf('---\na: &a [x]\nb: *a\n---\n')).toBeNull()
})

test('makes tags that other programs read', () => {
  expect(safeTags(['to read', 'c++', '#x', '日本語', '2023', '!!', 'a/b', 'To read', 'to read'])).toEqual([
    'to-read', 'c', 'x', '日本語', '_2023', 'a/b', 'To-read',
  ]) // prettier-ignore
})

test('finds the headings over a passage', () => {
  const all = [
    { level: 2, text: 'A', start: 10 },
    { level: 3, text: 'A1', start: 20 },
    { level: 2, text: 'B', start: 30 },
  ]
  expect(headingsAt(all, 5)).toEqual([])
  expect(headingsAt(all, 25).map(({ text }) => text)).toEqual(['A', 'A1'])
  expect(headingsAt(all, 30).map(({ text }) => text)).toEqual(['B'])
})

test('keeps a quote’s paragraphs apart, without white space between them too', () => {
  expect(paragraphsOf('one.Two\n words', 2, blockBounds('<p>a one.</p><p>Two\n words</p>'))).toEqual([
    'one.',
    'Two words',
  ])
})
