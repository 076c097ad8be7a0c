import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ArticleNote, Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import type { ExportFlavour } from '@shared/domain/exporting'
import type { NoteDocument } from '@shared/domain/note-document'
import { DEFAULT_SETTINGS } from '@shared/domain/settings'
import { blockBounds } from '../../text/block-bounds'
import { FLAVOURS } from '../flavours/flavours'
import { newFile } from '../merging/merge-file'
import { headingsAt, paragraphsOf, type PlacedHighlight } from '../place'
import { safeTags } from '../tags'
import { readTemplates } from '../templates/templates'
import { articleDocument, type ArticleExport } from './article-document'
import { lecternIdOf } from './front-matter'

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

function articleToMarkdown(one: Omit<ArticleExport, 'topics'>, name: ExportFlavour = 'obsidian'): string {
  const flavour = FLAVOURS[name]
  const { templates } = readTemplates(flavour, {})
  const writing = { flavour, templates, fileOf: () => null, imagePath: () => 'attachments/a.png' }
  return newFile(articleDocument({ ...one, topics: [] }, writing), flavour).text
}

test.each(['obsidian', 'markdown', 'logseq'] as const)('writes an article’s highlights and notes for %s', (flavour) => {
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
  }, flavour) // prettier-ignore
  expect(text).toMatchSnapshot()
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
      const text = articleToMarkdown({ article: { ...article, title, byline: plain }, licence: null, note: null, highlights: [], colourNames }) // prettier-ignore
      const yaml = /^---\n([\s\S]*?\n)---\n/u.exec(text)?.[1] ?? ''
      const said = { title, author: plain }
      const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
      expect(parse(yaml)).toMatchObject({ ...kept, tags: ['to-read', '_2023'] })
      expect(lecternIdOf(text)).toBe(articleId)
    }),
    { numRuns: 30 },
  )
})

test('a day is written without its hour; a passage of excerpts is linked without what stands around it there', () => {
  const one = placed(1, 'Still there')
  const { target } = one.highlight
  const quote = { ...target.quote, prefix: 'Above it. ', suffix: ' Below it.' }
  const highlights = [{ ...one, highlight: { ...one.highlight, target: { ...target, quote } } }]
  const text = (format: Article['format']) =>
    articleToMarkdown({ article: { ...article, format, publishedAt: '2023-02-17T08:30:00+02:00' }, licence: null, note: null, highlights, colourNames }) // prettier-ignore
  expect(text('html')).toContain('published: "2023-02-17"\n')
  expect(text('html')).toContain('it.-,Still%20there,-Below)')
  expect(text('excerpts')).toContain('text=Still%20there)')
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
