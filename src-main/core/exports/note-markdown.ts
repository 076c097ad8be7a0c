import type { Block, Inline, List, NoteDocument, Table } from '@shared/domain/note-document'
import { inlinesToMarkdown, merge, type NoteSurroundings } from './inline-markdown'
import type { BlockContent, NodeOf, Paragraph, PhrasingContent } from './mdast'

/** CommonMark reads list numbers of at most nine digits. */
const HIGHEST_NUMBER = 999_999_999
const DEPTHS = [1, 2, 3, 4, 5, 6] as const

/** A note as Markdown nodes. Empty blocks are left out. */
export function noteToMarkdown(note: NoteDocument, around: NoteSurroundings): BlockContent[] {
  return note.blocks.flatMap((block) => blockToMarkdown(block, around))
}

/** Whether a note says anything. */
export function saysSomething(note: NoteDocument): boolean {
  const around: NoteSurroundings = { headingShift: 0, linkTo: () => null, imagePath: (asset) => asset }
  return noteToMarkdown(note, around).length > 0
}

function blockToMarkdown(block: Block, around: NoteSurroundings): BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children, around)
    case 'heading': {
      const children = inlinesToMarkdown(block.children.map(inOneLine), around)
      const depth = DEPTHS[Math.min(6, block.level + around.headingShift) - 1] ?? 6
      return children.length === 0 ? [] : [{ type: 'heading', depth, children }]
    }
    case 'quote': {
      const children = paragraph(block.children, around)
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }
    case 'code': {
      const lang = (block.language ?? '').replace(/[\s`~]+/gu, '')
      return [{ type: 'code', lang: lang === '' ? null : lang, value: block.text.replace(/\r\n?/gu, '\n') }]
    }
    case 'list':
      return list(block, around)
    case 'table':
      return table(block, around)
    case 'image':
      return [{ type: 'paragraph', children: [image(around.imagePath(block.asset), block.alt)] }]
    case 'math': {
      const value = block.tex.replace(/\r\n?/gu, '\n').replace(/^\s*\n|\s+$/gu, '')
      return value.trim() === '' ? [] : [{ type: 'math', value }]
    }
    case 'rule':
      return [{ type: 'thematicBreak' }]
  }
}

/** A picture with its words in one line. */
export function image(url: string, alt: string): NodeOf<'image'> {
  return { type: 'image', url, alt: alt.replace(/\s+/gu, ' ').trim() }
}

/** A heading is one line. */
function inOneLine(inline: Inline): Inline {
  if (inline.type === 'link') return { ...inline, children: inline.children.map(pieceInOneLine) }
  return inline.type === 'text' || inline.type === 'break' ? pieceInOneLine(inline) : inline
}

type Piece = Extract<Inline, { type: 'text' | 'break' }>

function pieceInOneLine(piece: Piece): Piece {
  if (piece.type === 'break') return { type: 'text', text: ' ', marks: [] }
  return { ...piece, text: piece.text.replace(/[\r\n]+/gu, ' ') }
}

function list({ ordered, start, items }: List, around: NoteSurroundings): NodeOf<'list'>[] {
  const children = items.flatMap(({ children: inlines, nested, checked }): NodeOf<'listItem'>[] => {
    const words = paragraph(inlines, around)
    const below = nested === null ? [] : list(nested, around)
    // Bullets behind bullets are not always read as lists, so an item without words gives way to those below it.
    if (words.length === 0) return below.flatMap((one) => one.children)
    return [{ type: 'listItem', spread: false, checked: checked ?? null, children: [...words, ...below] }]
  })
  if (children.length === 0) return []
  const first = ordered ? Math.min(start, HIGHEST_NUMBER - children.length) : null
  return [{ type: 'list', ordered, start: first, spread: false, children }]
}

/** A table; one without a heading row gets an empty one, which Markdown asks for. */
function table({ header, rows }: Table, around: NoteSurroundings): NodeOf<'table'>[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns === 0) return []
  const cells = rows.map((row): NodeOf<'tableRow'> => ({
    type: 'tableRow',
    children: Array.from({ length: columns }, (_, at): NodeOf<'tableCell'> => {
      const content = inlinesToMarkdown(row[at]?.children ?? [], around, true)
      return { type: 'tableCell', children: merge(content.map(inCell)) }
    }),
  }))
  const empty: NodeOf<'tableRow'> = {
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [] })),
  }
  return [{ type: 'table', children: header ? cells : [empty, ...cells] }]
}

/** A cell is one line. */
function inCell(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: '<br>' }
  if (node.type === 'text') return { type: 'text', value: node.value.replace(/\n/gu, ' ') }
  // In a cell of GFM, code cannot hold a backslash before a bar: the words stay, the code mark goes.
  if (node.type === 'inlineCode' && node.value.includes('\\|')) return { type: 'text', value: node.value.trim() }
  if (node.type === 'delete' || node.type === 'strong' || node.type === 'emphasis') {
    return { ...node, children: merge(node.children.map(inCell)) }
  }
  return node
}

function paragraph(children: readonly Inline[], around: NoteSurroundings): Paragraph[] {
  const content = inlinesToMarkdown(children, around)
  return content.length === 0 ? [] : [{ type: 'paragraph', children: content }]
}
