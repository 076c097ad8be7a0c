import type { Block, Inline, List, ListItem, Mark, NoteDocument } from '@shared/domain/note-document'
import { isNoteLink, tidyNote } from './note-normal'
import { FORMAT_BITS } from './note-to-lexical'

/** The fields of Lexical's serialised nodes (`SerializedEditorState`) that a note is made from. */
interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly text?: string
  readonly format?: number | string
  readonly url?: string
  readonly tag?: string
  readonly language?: string | null
  readonly listType?: string
  readonly start?: number
}

const MARKS: readonly Mark[] = ['bold', 'italic', 'strikethrough', 'code']
const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }

const marksOf = (format: number | string | undefined): Mark[] =>
  typeof format === 'number' ? MARKS.filter((mark) => (format & FORMAT_BITS[mark]) !== 0) : []

function plainInlines(nodes: readonly Node[]): Exclude<Inline, { type: 'link' }>[] {
  return inlines(nodes).flatMap((inline) => (inline.type === 'link' ? inline.children : [inline]))
}

function inlines(nodes: readonly Node[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'linebreak') return [{ type: 'break' }]
    if (node.text !== undefined) return [{ type: 'text', text: node.text, marks: marksOf(node.format) }]
    const children = node.children ?? []
    if (node.url !== undefined && isNoteLink(node.url)) {
      return [{ type: 'link', url: node.url, children: plainInlines(children) }]
    }
    return inlines(children)
  })
}

const textOf = (node: Node): string =>
  node.type === 'linebreak' ? '\n' : (node.text ?? (node.children ?? []).map(textOf).join(''))

function list(node: Node): List {
  const items: ListItem[] = []
  for (const child of node.children ?? []) {
    const nested = (child.children ?? []).filter((each) => each.type === 'list').map(list)
    const own = (child.children ?? []).filter((each) => each.type !== 'list')
    if (nested.length === 0 || own.length > 0) items.push({ children: inlines(own), nested: null })
    for (const inner of nested) {
      const last = items.at(-1)
      if (last === undefined) items.push({ children: [], nested: inner })
      else if (last.nested === null) last.nested = inner
      else last.nested.items.push(...inner.items)
    }
  }
  return { type: 'list', ordered: node.listType === 'number', start: Math.max(0, node.start ?? 1), items }
}

function block(node: Node): Block {
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
    default:
      return { type: 'paragraph', children: inlines(node.text === undefined ? children : [node]) }
  }
}

/** What the editor holds, as a note in its normal form. Anything a note cannot hold becomes its words. */
export function lexicalToNote(state: { readonly root: Node }): NoteDocument {
  return tidyNote({ version: 1, blocks: (state.root.children ?? []).map(block) })
}
