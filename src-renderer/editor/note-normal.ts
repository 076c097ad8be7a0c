import type {
  Block,
  Inline,
  Link,
  LinkTarget,
  List,
  ListItem,
  Mark,
  NoteDocument,
  Table,
} from '@shared/domain/note-document'
import { isBlankNote } from '@shared/text/note-text'

const MARK_ORDER: readonly Mark[] = ['bold', 'italic', 'strikethrough', 'code']
const LINK = /^(?:https?:\/\/|mailto:|lectern:\/\/open\/[\da-f-]{36}(?:\?at=\d+-\d+)?$)/iu

/** Whether a note may link to this address. */
export const isNoteLink = (url: string): boolean => LINK.test(url)

/** Anything in a line but a link; what stands in a link is text and breaks only. */
export type Piece = Exclude<Inline, { type: 'link' }>
type Label = Link['children'][number]

function tidyPieces<P extends Piece>(pieces: readonly P[]): P[] {
  const tidy: P[] = []
  for (const piece of pieces) {
    if (piece.type !== 'text') {
      tidy.push(tidyPiece(piece))
      continue
    }
    if (piece.text === '') continue
    const marks = MARK_ORDER.filter((mark) => piece.marks.includes(mark))
    const last = tidy.at(-1)
    if (last?.type === 'text' && last.marks.join() === marks.join()) last.text += piece.text
    else tidy.push({ ...piece, marks })
  }
  return tidy
}

/** Always the same fields in the same order, so that equal notes are equal as JSON. */
function tidyPiece<P extends Piece>(piece: P): P {
  if (piece.type === 'reference') return { ...piece, target: tidyTarget(piece.target) }
  return { ...piece }
}

const tidyTarget = (target: LinkTarget): LinkTarget =>
  target.kind === 'note' ? { kind: 'note', id: target.id } : { kind: 'article', id: target.id }

/** Inline content in its one normal form: runs that are set alike are joined, empty ones are gone. */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  let plain: Piece[] = []
  const flush = () => {
    tidy.push(...tidyPieces(plain))
    plain = []
  }
  for (const inline of inlines) {
    if (inline.type !== 'link') {
      plain.push(inline)
      continue
    }
    const children: Label[] = tidyPieces(inline.children)
    if (!isNoteLink(inline.url)) plain.push(...children)
    else if (children.length > 0) {
      flush()
      tidy.push({ type: 'link', url: inline.url, children })
    }
  }
  flush()
  return tidy
}

function tidyList(list: List): List {
  // A list has boxes or numbers, or neither; one box makes it a check list.
  const hasBoxes = list.items.some(({ checked }) => checked !== undefined)
  const item = (each: ListItem): ListItem => ({
    children: tidyInlines(each.children),
    ...(hasBoxes ? { checked: each.checked ?? false } : {}),
    nested: each.nested && each.nested.items.length > 0 ? tidyList(each.nested) : null,
  })
  const ordered = list.ordered && !hasBoxes
  return { type: 'list', ordered, start: ordered ? list.start : 1, items: list.items.map(item) }
}

/** Every row as long as the longest. */
function tidyTable({ header, rows }: Table): Table {
  const width = Math.max(...rows.map((row) => row.length))
  const cell = (children: readonly Inline[]) => ({ children: tidyInlines(children) })
  return {
    type: 'table',
    header,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => cell(row[at]?.children ?? []))),
  }
}

function tidyBlock(block: Block): Block {
  switch (block.type) {
    case 'code':
      return { type: 'code', language: block.language, text: block.text }
    case 'list':
      return tidyList(block)
    case 'heading':
      return { type: 'heading', level: block.level, children: tidyInlines(block.children) }
    case 'table':
      return tidyTable(block)
    case 'image':
      return { type: 'image', asset: block.asset, alt: block.alt }
    case 'math':
      return { type: 'math', tex: block.tex }
    case 'rule':
      return { type: 'rule' }
    case 'paragraph':
    case 'quote':
      return { type: block.type, children: tidyInlines(block.children) }
  }
}

const isBlank = (block: Block | undefined) => block?.type === 'paragraph' && block.children.length === 0

const hasParts = (block: Block) =>
  block.type === 'list' ? block.items.length > 0 : block.type !== 'table' || block.rows.some((row) => row.length > 0)

/** A note in its one normal form, so that equal notes are equal as JSON: no blank paragraphs at the end, marks in order. */
export function tidyNote(note: NoteDocument): NoteDocument {
  const blocks = note.blocks.filter(hasParts).map(tidyBlock)
  while (isBlank(blocks.at(-1))) blocks.pop()
  return { version: 1, blocks }
}

/** Whether two notes say the same in the same way. */
export const sameNote = (a: NoteDocument | null, b: NoteDocument | null): boolean =>
  JSON.stringify(tidyNote(a ?? EMPTY_NOTE)) === JSON.stringify(tidyNote(b ?? EMPTY_NOTE))

export const EMPTY_NOTE: NoteDocument = { version: 1, blocks: [] }

/** Whether there is nothing in a note that a person would miss. */
export const isEmptyNote = (note: NoteDocument | null): boolean => note === null || isBlankNote(note)
