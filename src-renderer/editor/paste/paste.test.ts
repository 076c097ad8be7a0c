import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { NoteDocument } from '@shared/domain/note-document'
import { noteText } from '@shared/text/note-text'
import { lexicalToNote } from '../lexical-to-note'
import type { HtmlNode } from './html-node'
import { htmlToNote } from './html-to-note'
import { looksLikeMarkdown } from './markdown-to-html'
import { markdownToNote, textToNote } from './read-clipboard'
import { readLexicalClipboard } from './read-lexical'

type Parsed = DefaultTreeAdapterMap['node']

function fromParse5(node: Parsed): HtmlNode {
  return {
    name: node.nodeName.toLowerCase(),
    text: 'value' in node ? node.value : '',
    children: 'childNodes' in node ? node.childNodes.map(fromParse5) : [],
    attribute: (name) => ('attrs' in node ? (node.attrs.find((each) => each.name === name)?.value ?? null) : null),
  }
}
const parse = (html: string) => fromParse5(parseFragment(html))
const fromHtml = (html: string) => htmlToNote(parse(html)).blocks
const fromMarkdown = (markdown: string) => markdownToNote(markdown, parse).blocks
const words = (text: string, ...marks: ('bold' | 'italic' | 'strikethrough' | 'code')[]) => ({
  type: 'text',
  text,
  marks,
})
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })

test('text keeps its marks and loses everything else', () => {
  expect(
    fromHtml(
      '<p style="color:red" onclick="x()">One <b>two <i>three</i></b>\n  <code>four</code><s>5</s></p><style>p{}</style>',
    ),
  ).toEqual([
    paragraph(
      words('One '),
      words('two ', 'bold'),
      words('three', 'bold', 'italic'),
      words(' '),
      words('four', 'code'),
      words('5', 'strikethrough'),
    ),
  ])
  // Google Docs.
  expect(fromHtml('<b style="font-weight:normal"><p><span style="font-weight:700">bold</span> not</p></b>')).toEqual([
    paragraph(words('bold', 'bold'), words(' not')),
  ])
})

test('nothing that could act comes through', () => {
  const hostile = `<script>alert(1)</script><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1) alt="pic">
    <iframe srcdoc="<p>in</p>"></iframe><svg onload=alert(1)><text>s</text></svg><math><mi onclick=alert(1)>y</mi></math>
    <object data=x>o</object><div style="display:none">hidden</div>`
  expect(noteText(htmlToNote(parse(hostile)))).toBe('xpic y')
})

test('blocks become blocks, loose text between them paragraphs', () => {
  expect(fromHtml('a<h4>b</h4>c<br>d<hr><blockquote><p>e</p><p>f</p></blockquote><div><div>g</div>h</div>')).toEqual([
    paragraph(words('a')),
    { type: 'heading', level: 4, children: [words('b')] },
    paragraph(words('c'), { type: 'break' }, words('d')),
    { type: 'rule' },
    { type: 'quote', children: [words('e'), { type: 'break' }, words('f')] },
    paragraph(words('g')),
    paragraph(words('h')),
  ])
})

test('lists nest, however a page nests them, and tasks are ticked', () => {
  const item = (text: string, nested: unknown = null) => ({ children: [words(text)], nested })
  const inner = { type: 'list', ordered: true, start: 4, items: [item('b')] }
  const list = [{ type: 'list', ordered: false, start: 1, items: [item('a', inner)] }]
  expect(fromHtml('<ul><li>a<ol start=4><li>b</li></ol></li></ul>')).toEqual(list)
  expect(fromHtml('<ul><li><p>a</p></li><ol start=4><li>b</li></ol></ul>')).toEqual(list)
  expect(fromHtml('<ul><li><input type=checkbox checked> done</li><li><input type=checkbox>open</li></ul>')).toEqual([
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [
        { children: [words('done')], checked: true, nested: null },
        { children: [words('open')], checked: false, nested: null },
      ],
    },
  ])
})

test('pictures of the library stay pictures, those of the web become links', () => {
  const id = 'ab'.repeat(32)
  expect(fromHtml(`<p>see<img src="http://127.0.0.1:1/assets/${id}" alt="Map"></p>`)).toEqual([
    paragraph(words('see')),
    { type: 'image', asset: id, alt: 'Map' },
  ])
  expect(fromHtml('<img src="https://e.org/a.png" alt="Map">')).toEqual([
    paragraph({ type: 'link', url: 'https://e.org/a.png', children: [words('Map')] }),
  ])
})

test('formulas keep their TeX', () => {
  const math = (display: string) =>
    `<math display="${display}"><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>`
  expect(fromHtml(`<p>so ${math('inline')}</p>${math('block')}`)).toEqual([
    paragraph(words('so '), { type: 'math', tex: 'x^2' }),
    { type: 'math', tex: 'x^2' },
  ])
})

test('Markdown with everything', () => {
  const note = fromMarkdown(
    '# H\n\none **b** `c$d$` $a_1*b*c$\nline\n\n1. x\n   - [ ] y\n\n```py\nd = $1$\n```\n\n$$\n\\frac{a}{b}_*\n$$\n\n| a | b |\n|---|---|\n| $x|y$ | ~~z~~ |\n\n<b onclick="x">raw</b> https://e.org costs $5 and $6',
  )
  expect(NoteDocument.parse({ version: 1, blocks: note }).blocks).toEqual(note)
  expect(note.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'code', 'math', 'table', 'paragraph'])
  expect(note[1]).toEqual(
    paragraph(
      words('one '),
      words('b', 'bold'),
      words(' '),
      words('c$d$', 'code'),
      words(' '),
      { type: 'math', tex: 'a_1*b*c' },
      { type: 'break' },
      words('line'),
    ),
  )
  expect(note[3]).toEqual({ type: 'code', language: 'py', text: 'd = $1$' })
  expect(note[4]).toEqual({ type: 'math', tex: '\\frac{a}{b}_*' })
  expect(note[5]).toMatchObject({ header: true, rows: [{}, [{ children: [{ type: 'math', tex: 'x|y' }] }, {}]] })
  expect(noteText({ version: 1, blocks: note.slice(6) })).toBe('<b onclick="x">raw</b> https://e.org costs $5 and $6')
})

test('plain text is not taken for Markdown without a sign of it', () => {
  for (const text of ['Plain words.', 'snake_case_name and 5 * 3 * 2', 'costs $5 and $6', 'a - b', 'C# is #1'])
    expect(looksLikeMarkdown(text), text).toBe(false)
  for (const text of [
    '# H',
    '- a',
    '1. a',
    '> q',
    'a **b** c',
    '`x`',
    '| a | b |',
    '[x](https://e.org)',
    '$x$',
    '```\nx\n```',
  ])
    expect(looksLikeMarkdown(text), text).toBe(true)
  expect(textToNote('a\nb\n\n\nhttps://e.org/x').blocks).toEqual([
    paragraph(words('a'), { type: 'break' }, words('b')),
    paragraph({ type: 'link', url: 'https://e.org/x', children: [words('https://e.org/x')] }),
  ])
})

test('what says that it comes from an editor is looked at like everything else', () => {
  const forged = JSON.stringify({
    namespace: 'lectern-note',
    nodes: [
      { type: 'text', text: 'a', format: 1 },
      { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'b' }] },
      { type: 'note-image', asset: '../../etc/passwd', alt: 'c' },
      { type: 'note-reference', target: { kind: 'note', id: 'x' }, title: 'd' },
      { type: 'unheard-of', children: 'no' },
    ],
  })
  const root = readLexicalClipboard(forged)
  const note = lexicalToNote({ root: root ?? { type: 'root' } })
  expect(NoteDocument.safeParse(note).success).toBe(true)
  expect(noteText(note)).toBe('ab\nc\nd')
  expect(readLexicalClipboard('{"nodes":1}')).toBeNull()
  expect(readLexicalClipboard('not JSON')).toBeNull()
})
