import { createEditor } from 'lexical'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ArticleId, AssetId, NoteId } from '@shared/domain/ids'
import { type Block, type Inline, type List, Mark, NoteDocument } from '@shared/domain/note-document'
import { noteText } from '@shared/text/note-text'
import { lexicalToNote } from './lexical-to-note'
import { NOTE_NODES } from './note-nodes'
import { isEmptyNote, tidyNote } from './note-normal'
import { noteToLexical } from './note-to-lexical'

function anyWords() {
  return fc.string({ unit: 'grapheme', maxLength: 12 })
}
const words = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 }).filter((text) => !/[\n\r\t]/u.test(text))
const run = fc.record({
  type: fc.constant('text' as const),
  text: words,
  marks: fc.uniqueArray(fc.constantFrom(...Mark.options)),
})
const flat = fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) })
const tex = fc.string({ maxLength: 12 })
const tag = fc.stringMatching(/^[a-zа-я]\w{0,6}(?:\/[a-z]{1,3})?$/u)
const target = fc.oneof(
  fc.uuid().map((id) => ({ kind: 'article' as const, id: ArticleId.parse(id) })),
  fc.uuid().map((id) => ({ kind: 'note' as const, id: NoteId.parse(id) })),
)
const own: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('math' as const), tex }),
  fc.record({ type: fc.constant('tag' as const), tag }),
  fc.record({ type: fc.constant('reference' as const), target, title: anyWords() }),
)
const link = fc.record({
  type: fc.constant('link' as const),
  url: fc.webUrl({ validSchemes: ['https', 'http'] }),
  children: fc.array(flat, { maxLength: 3 }),
})
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: flat }, { weight: 1, arbitrary: link }, { weight: 1, arbitrary: own }),
  { maxLength: 5 },
)
const { list } = fc.letrec<{ list: List; nested: List | null }>((tie) => ({
  nested: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant(null), tie('list')),
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.nat({ max: 40 }),
    items: fc.array(
      fc.record(
        { children: inlines, checked: fc.boolean(), nested: tie('nested') },
        { requiredKeys: ['children', 'nested'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
    children: inlines,
  }),
  fc.record({ type: fc.constant('quote' as const), children: inlines }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.option(fc.constantFrom('python', 'js')),
    text: fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n')),
  }),
  list,
  fc.record({
    type: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(fc.record({ children: inlines }), { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('image' as const),
    asset: fc.stringMatching(/^[0-9a-f]{64}$/u).map((id) => AssetId.parse(id)),
    alt: anyWords(),
  }),
  fc.record({ type: fc.constant('math' as const), tex }),
  fc.constant({ type: 'rule' as const }),
)
const note: fc.Arbitrary<NoteDocument> = fc.record({
  version: fc.constant(1 as const),
  blocks: fc.array(block, { maxLength: 5 }),
})

test('a note comes out of the editor as it went in', () => {
  const editor = createEditor({
    nodes: NOTE_NODES,
    onError: (error) => {
      throw error
    },
  })
  fc.assert(
    fc.property(note, (before) => {
      const state = editor.parseEditorState(noteToLexical(before))
      const after = lexicalToNote(state.toJSON())
      expect(after).toEqual(tidyNote(before))
      expect(NoteDocument.parse(after)).toEqual(after)
    }),
    { numRuns: 300 },
  )
})

test('links that a note may not hold become their words', () => {
  const hostile = {
    root: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          version: 1,
          children: [
            {
              type: 'link',
              version: 1,
              url: 'javascript:alert(1)',
              children: [{ type: 'text', version: 1, text: 'tap', format: 1 }],
            },
          ],
        },
      ],
    },
  }
  expect(lexicalToNote(hostile).blocks).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: 'tap', marks: ['bold'] }] },
  ])
})

test('a blank note is empty, a written one is not', () => {
  expect(isEmptyNote(null)).toBe(true)
  const blank: NoteDocument = {
    version: 1,
    blocks: [{ type: 'paragraph', children: [{ type: 'text', text: ' ', marks: [] }] }],
  }
  expect(isEmptyNote(blank)).toBe(true)
  const code: NoteDocument = { version: 1, blocks: [{ type: 'code', language: null, text: 'x = 1' }] }
  expect(isEmptyNote(code)).toBe(false)
  expect(noteText(code)).toBe('x = 1')
})
