import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { expect, test } from 'vitest'
import type { Block, Inline, Mark, NoteDocument } from '@shared/domain/note-document'
import type { Node, Root } from './mdast'
import { noteToMarkdown } from './note-markdown'
import { toMarkdown } from './to-markdown'

const markdownOf = (...blocks: Block[]) =>
  toMarkdown({ type: 'root', children: noteToMarkdown({ version: 1, blocks }) })
const run = (text: string, ...marks: Mark[]): Extract<Inline, { type: 'text' }> => ({ type: 'text', text, marks })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfmStrikethrough()], mdastExtensions: [gfmStrikethroughFromMarkdown()] })
}

/** A tree in one line, without what Markdown does not carry. */
function shape(node: Node): string {
  if (node.type === 'text') return JSON.stringify(node.value)
  const name = [
    node.type,
    ...(node.type === 'heading' ? [node.depth] : []),
    ...(node.type === 'list' ? [node.ordered ? (node.start ?? 1) : '-'] : []),
    ...(node.type === 'link' ? [node.url] : []),
    ...(node.type === 'code' ? [node.lang ?? '', JSON.stringify(node.value)] : []),
    ...(node.type === 'inlineCode' ? [JSON.stringify(node.value)] : []),
  ].join(' ')
  if (!('children' in node)) return `(${name})`
  return `(${name} ${node.children.map(shape).join(' ').replaceAll('" "', '')})`
}

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'ab *_~`<>[](){}!#$%^|=&;:\\-+1.\n"\''.split('')), maxLength: 14 }),
  fc.constantFrom(
    '[[wiki]]',
    '==mark==',
    '$x^2$',
    '%%no%%',
    '#tag',
    '<script>',
    '&amp;',
    '^block',
    '1. x',
    '---',
    '> q',
    '\t',
  ),
)
const marks = fc.subarray<Mark>(['bold', 'italic', 'strikethrough', 'code'])
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
)
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: piece },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('link' as const),
        url: fc.constantFrom(
          'https://example.org/a_(b)?c=$d^e#f',
          'mailto:a@b.org',
          'http://x/ y<z>',
          'https://é.org/|',
        ),
        children: fc.array(piece, { maxLength: 3 }),
      }),
    },
  ),
  { maxLength: 5 },
)
const lists = fc.letrec<{ list: Extract<Block, { type: 'list' }> }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.oneof(fc.nat(12), fc.constant(Number.MAX_SAFE_INTEGER)),
    items: fc.array(fc.record({ children: inlines, nested: fc.option(tie('list'), { maxDepth: 2 }) }), {
      maxLength: 3,
    }),
  }),
})).list
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    children: inlines,
  }),
  fc.record({ type: fc.constant('quote' as const), children: inlines }),
  fc.record({ type: fc.constant('code' as const), language: fc.constantFrom(null, 'python', 'c++ `x`', ''), text }),
  lists,
)

test('comes back from Markdown as it went in', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const note: NoteDocument = { version: 1, blocks }
      const tree: Root = { type: 'root', children: noteToMarkdown(note) }
      expect(shape(parse(toMarkdown(tree)))).toBe(shape(tree))
    }),
    { numRuns: 300 },
  )
})
test('sets marks, links and breaks', () => {
  expect(
    markdownOf(
      paragraph(
        run('plain '),
        run('bold ', 'bold'),
        run('both', 'bold', 'italic'),
        run(' code', 'code'),
        run(' struck', 'strikethrough'),
      ),
      paragraph(
        run('a'),
        { type: 'break' },
        { type: 'link', url: 'https://example.org/', children: [run('site', 'bold')] },
      ),
    ),
  ).toBe('plain **bold _both_**` code` ~~struck~~\n\na\\\n[**site**](https://example.org/)\n')
})

test('leaves nothing for Obsidian to act on', () => {
  expect(markdownOf(paragraph(run('$5 and $6 ==x== %%y%% [[z]] #tag C# ^id | {{m}} <b> ~~s~~ ^hl-1')))).toBe(
    String.raw`\$5 and \$6 \==x\== \%%y\%% \[\[z]] \#tag C# \^id \| \{{m}} \<b> \~\~s\~\~ \^hl-1` + '\n',
  )
})

test('fences code with more backticks than it holds', () => {
  expect(markdownOf({ type: 'code', language: 'md', text: '```\n````' })).toBe('`````md\n```\n````\n`````\n')
})

test('writes out an address as it is', () => {
  expect(markdownOf(paragraph(run('see https://example.org/a_b and www.example.org')))).toBe(
    'see https://example.org/a_b and www.example.org\n',
  )
})
