import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { math } from 'micromark-extension-math'
import { expect, test } from 'vitest'
import type { ExportFlavour } from '@shared/domain/exporting'
import { ArticleId, AssetId } from '@shared/domain/ids'
import type { Block, Inline, Mark, NoteDocument, TableCell } from '@shared/domain/note-document'
import { FLAVOURS } from './flavours/flavours'
import type { NoteSurroundings } from './inline-markdown'
import type { Node, Root } from './mdast'
import { noteToMarkdown } from './note-markdown'
import { toMarkdown } from './to-markdown'

const asset = AssetId.parse('a'.repeat(64))
const articleId = ArticleId.parse('11111111-1111-4111-8111-111111111111')
const around: NoteSurroundings = {
  headingShift: 0,
  linkTo: (_, title) => `[[${title.replace(/[^\p{L}\p{N} ]/gu, '')}]]`,
  imagePath: () => 'attachments/a.png',
}
const treeOf = (...blocks: Block[]): Root => ({
  type: 'root',
  children: noteToMarkdown({ version: 1, blocks }, around),
})
const markdownOf = (flavour: ExportFlavour, ...blocks: Block[]) => toMarkdown(treeOf(...blocks), FLAVOURS[flavour])
const run = (text: string, ...marks: Mark[]): Extract<Inline, { type: 'text' }> => ({ type: 'text', text, marks })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

function parse(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmStrikethrough(), gfmTable(), gfmTaskListItem(), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  })
}

/** A tree in one line, without what Markdown does not carry; what was written raw is read as text. */
function shape(node: Node): string {
  if (node.type === 'text') return JSON.stringify(node.value)
  if (node.type === 'raw') return JSON.stringify(node.value)
  const name = [
    node.type,
    ...(node.type === 'heading' ? [node.depth] : []),
    ...(node.type === 'list' ? [node.ordered ? (node.start ?? 1) : '-'] : []),
    ...(node.type === 'listItem' ? [node.checked ?? '-'] : []),
    ...(node.type === 'link' ? [node.url] : []),
    ...(node.type === 'image' ? [node.url, JSON.stringify(node.alt)] : []),
    ...(node.type === 'code' ? [node.lang ?? '', JSON.stringify(node.value)] : []),
    ...(node.type === 'inlineCode' || node.type === 'math' || node.type === 'inlineMath'
      ? [JSON.stringify(node.value)]
      : []),
  ].join(' ')
  if (!('children' in node)) return `(${name})`
  return `(${name} ${node.children.map(shape).join('\0').replaceAll('"\0"', '').replaceAll('\0', ' ')})`
}

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'ab *_~`<>[](){}!#$%^|=&;:\\-+1.\n"\''.split('')), maxLength: 14 }),
  fc.constantFrom('[[wiki]]', '==mark==', '$x^2$', '%%no%%', '#tag', '<script>', '&amp;', '^block', '1. x', '---', '> q', 'a:: b', '((x))', '| a | b |', '- [ ] x', '[x] y', '\t'), // prettier-ignore
)
const marks = fc.subarray<Mark>(['bold', 'italic', 'strikethrough', 'code'])
const tex = fc.oneof(fc.constantFrom('x^2', String.raw`\frac{a}{b}`, 'a|b', '$', '`'), fc.string({ unit: fc.constantFrom(...'ab ^_{}|+\\'.split('')), maxLength: 8 }).map((one) => one.replace(/\\+$/u, ''))) // prettier-ignore
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
)
const special = fc.oneof(
  fc.record({ type: fc.constant('math' as const), tex }),
  fc.constant({ type: 'tag' as const, tag: 'to read' }),
  fc.constant({ type: 'reference' as const, target: { kind: 'article' as const, id: articleId }, title: 'A title' }),
)
const url = fc.constantFrom('https://example.org/a_(b)?c=$d^e#f', 'mailto:a@b.org', 'http://x/ y<z>', 'https://é.org/|')
const link = fc.record({ type: fc.constant('link' as const), url, children: fc.array(piece, { maxLength: 3 }) })
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: link }, { weight: 1, arbitrary: special }),
  { maxLength: 5 },
)
const plainInlines: fc.Arbitrary<Inline[]> = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: special }), { maxLength: 3 }) // prettier-ignore
const lists = fc.letrec<{ list: Extract<Block, { type: 'list' }> }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.oneof(fc.nat(12), fc.constant(Number.MAX_SAFE_INTEGER)),
    items: fc.array(
      fc.record(
        { children: inlines, checked: fc.boolean(), nested: fc.option(tie('list'), { maxDepth: 2 }) },
        { requiredKeys: ['children', 'nested'] },
      ),
      { maxLength: 3 },
    ),
  }),
})).list
const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.record({
    type: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(fc.record({ children: plainInlines }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }), // prettier-ignore
  }),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4, 5, 6), children: inlines }),
  fc.record({ type: fc.constant('quote' as const), children: inlines }),
  fc.record({ type: fc.constant('code' as const), language: fc.constantFrom(null, 'python', 'c++ `x`', ''), text }),
  lists,
  table,
  fc.record({
    type: fc.constant('image' as const),
    asset: fc.constant(asset),
    alt: text.map((one) => one.replace(/\p{C}/gu, '')),
  }),
  fc.record({ type: fc.constant('math' as const), tex }),
  fc.constant({ type: 'rule' as const }),
)

test.each(['markdown', 'obsidian', 'logseq'] as const)('comes back from Markdown for %s as it went in', (flavour) => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const note: NoteDocument = { version: 1, blocks }
      const tree = treeOf(...note.blocks)
      expect(shape(parse(toMarkdown(tree, FLAVOURS[flavour])))).toBe(shape(tree))
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 200) },
  )
})

test('sets marks, links and breaks', () => {
  const words = [run('plain '), run('bold ', 'bold'), run('both', 'bold', 'italic'), run(' code', 'code'), run(' struck', 'strikethrough')] // prettier-ignore
  const site: Inline = { type: 'link', url: 'https://example.org/', children: [run('site', 'bold')] }
  expect(markdownOf('markdown', paragraph(...words), paragraph(run('a'), { type: 'break' }, site))).toBe(
    'plain **bold _both_**` code` ~~struck~~\n\na\\\n[**site**](https://example.org/)\n',
  )
})

test('leaves nothing for Obsidian to act on', () => {
  const hazards = '$5 and $6 ==x== %%y%% [[z]] #tag C# ^id | {{m}} <b> ~~s~~ ^hl-1 a:: b'
  expect(markdownOf('obsidian', paragraph(run(hazards)))).toBe(
    String.raw`\$5 and \$6 \==x\== \%%y\%% \[\[z]] \#tag C# \^id \| \{{m}} \<b> \~\~s\~\~ \^hl-1 a:\: b` + '\n',
  )
})

test('writes tables, check lists, maths, tags and links between files', () => {
  const cell = (...children: Inline[]): TableCell => ({ children })
  const item = (words: string, checked: boolean) => ({ children: [run(words)], checked, nested: null })
  expect(
    markdownOf(
      'obsidian',
      {
        type: 'table',
        header: true,
        rows: [
          [cell(run('a|b')), cell({ type: 'math', tex: '|x|' })],
          [cell(), cell(run('c\nd'))],
        ],
      },
      { type: 'list', ordered: false, start: 1, items: [item('done', true), item('to do', false)] },
      { type: 'math', tex: String.raw`\int_0^1 x` },
      paragraph({ type: 'tag', tag: 'to read' }, run(' '), { type: 'math', tex: 'E=mc^2' }),
      { type: 'rule' },
    ),
  ).toMatchInlineSnapshot(`
    "| a\\|b | $\\vert x\\vert$ |
    | - | - |
    | | c<br>d |

    - [x] done
    - [ ] to do

    $$
    \\int_0^1 x
    $$

    #to-read $E=mc^2$

    ---
    "
  `)
})

test('fences code with more backticks than it holds', () => {
  expect(markdownOf('markdown', { type: 'code', language: 'md', text: '```\n````' })).toBe(
    '`````md\n```\n````\n`````\n',
  )
})

test('writes out an address as it is', () => {
  expect(markdownOf('markdown', paragraph(run('see https://example.org/a_b and www.example.org')))).toBe(
    'see https://example.org/a_b and www.example.org\n',
  )
})

test('keeps the words of code that a table cannot hold as code', () => {
  const cell = { children: [run('\\|', 'code')] }
  const tree = treeOf({ type: 'table', header: true, rows: [[cell], [cell]] })
  expect(shape(parse(toMarkdown(tree, FLAVOURS.markdown)))).toBe(shape(tree))
  expect(shape(tree)).toContain('"\\\\|"')
})
