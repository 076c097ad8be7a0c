import type {
  Block,
  HeadingLevel,
  Inline,
  LinkTarget,
  List,
  ListItem,
  Mark,
  NoteDocument,
} from '@shared/domain/note-document'
import { cleanTag } from '@shared/text/clean-tag'
import { isArticleId, isAssetId, isNoteId } from '../ui/places/ids'
import { isNoteLink, type Piece, tidyNote } from './note-normal'
import { FORMAT_BITS, IN_HEADER_ROW } from './note-to-lexical'

/** The fields of Lexical's serialised nodes (`SerializedEditorState`) that a note is made from. */
export interface LexicalJson {
  readonly type: string
  readonly children?: readonly LexicalJson[]
  readonly text?: string
  readonly format?: number | string
  readonly url?: string
  readonly tag?: string
  readonly language?: string | null
  readonly listType?: string
  readonly start?: number
  readonly checked?: boolean | undefined
  readonly headerState?: number
  readonly tex?: string
  readonly asset?: string
  readonly alt?: string
  readonly title?: string
  readonly target?: unknown
}

const MARKS: readonly Mark[] = ['bold', 'italic', 'strikethrough', 'code']
const LEVELS: Readonly<Record<string, HeadingLevel>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

const marksOf = (format: number | string | undefined): Mark[] =>
  typeof format === 'number' ? MARKS.filter((mark) => (format & FORMAT_BITS[mark]) !== 0) : []

/** What a link's words can be: text and breaks. */
function labelPieces(nodes: readonly LexicalJson[]) {
  return inlines(nodes).flatMap((inline) => {
    if (inline.type === 'link') return inline.children
    return inline.type === 'text' || inline.type === 'break' ? [inline] : []
  })
}

function targetOf(value: unknown): LinkTarget | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return null
  if (typeof value.id !== 'string') return null
  if (value.kind === 'article' && isArticleId(value.id)) return { kind: 'article', id: value.id }
  if (value.kind === 'note' && isNoteId(value.id)) return { kind: 'note', id: value.id }
  return null
}

const words = (text: string): Piece[] => (text === '' ? [] : [{ type: 'text', text, marks: [] }])

/** Our own nodes in a line; null for any other. */
function ownPiece(node: LexicalJson): Piece[] | null {
  switch (node.type) {
    case 'note-math':
    case 'note-math-block':
      return [{ type: 'math', tex: node.tex ?? '' }]
    case 'note-tag': {
      const tag = cleanTag(node.tag ?? '')
      return tag === '' ? words(node.text ?? '') : [{ type: 'tag', tag }]
    }
    case 'note-reference': {
      const target = targetOf(node.target)
      const title = node.title ?? ''
      return target === null ? words(title) : [{ type: 'reference', target, title }]
    }
    default:
      return null
  }
}

function inlines(nodes: readonly LexicalJson[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'linebreak') return [{ type: 'break' }]
    const own = ownPiece(node)
    if (own !== null) return own
    if (node.text !== undefined) return [{ type: 'text', text: node.text, marks: marksOf(node.format) }]
    const children = node.children ?? []
    if (node.url !== undefined && isNoteLink(node.url)) {
      return [{ type: 'link', url: node.url, children: labelPieces(children) }]
    }
    return inlines(children)
  })
}

const textOf = (node: LexicalJson): string =>
  node.type === 'linebreak' ? '\n' : (node.text ?? (node.children ?? []).map(textOf).join(''))

function list(node: LexicalJson): List {
  const hasBoxes = node.listType === 'check'
  const items: ListItem[] = []
  for (const child of node.children ?? []) {
    const nested = (child.children ?? []).filter((each) => each.type === 'list').map(list)
    const own = (child.children ?? []).filter((each) => each.type !== 'list')
    const box = hasBoxes ? { checked: child.checked === true } : {}
    if (nested.length === 0 || own.length > 0) items.push({ children: inlines(own), ...box, nested: null })
    for (const inner of nested) {
      const last = items.at(-1)
      if (last === undefined) items.push({ children: [], ...box, nested: inner })
      else if (last.nested === null) last.nested = inner
      else last.nested.items.push(...inner.items)
    }
  }
  return { type: 'list', ordered: node.listType === 'number', start: Math.max(0, node.start ?? 1), items }
}

/** What stands in a cell, its paragraphs parted by breaks. */
function cellInlines(cell: LexicalJson): Inline[] {
  return (cell.children ?? []).flatMap((child, at) => [
    ...(at === 0 ? [] : [{ type: 'break' } as const]),
    ...inlines(child.children === undefined ? [child] : child.children),
  ])
}

function table(node: LexicalJson): Block {
  const rows = (node.children ?? []).map((row) => row.children ?? [])
  const header =
    (rows[0] ?? []).length > 0 && (rows[0] ?? []).every(({ headerState = 0 }) => (headerState & IN_HEADER_ROW) !== 0)
  return { type: 'table', header, rows: rows.map((cells) => cells.map((cell) => ({ children: cellInlines(cell) }))) }
}

function block(node: LexicalJson): Block {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: LEVELS[node.tag ?? ''] ?? 3, children: inlines(children) }
    case 'quote':
      return { type: 'quote', children: inlines(children) }
    case 'code':
      return { type: 'code', language: node.language ?? null, text: textOf(node) }
    case 'list':
      return list(node)
    case 'table':
      return table(node)
    case 'note-image':
      if (node.asset !== undefined && isAssetId(node.asset))
        return { type: 'image', asset: node.asset, alt: node.alt ?? '' }
      return { type: 'paragraph', children: words(node.alt ?? '') }
    case 'note-math-block':
      return { type: 'math', tex: node.tex ?? '' }
    case 'horizontalrule':
      return { type: 'rule' }
    default:
      return { type: 'paragraph', children: inlines(node.children === undefined ? [node] : children) }
  }
}

/** What the editor holds, as a note in its normal form. Anything a note cannot hold becomes its words. */
export function lexicalToNote(state: { readonly root: LexicalJson }): NoteDocument {
  return tidyNote({ version: 1, blocks: (state.root.children ?? []).map(block) })
}
