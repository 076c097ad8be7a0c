import type { Block, Inline, List, ListItem, Mark, NoteDocument } from '@shared/domain/note-document'
import { isBlankNote } from '@shared/text/note-text'

const MARK_ORDER: readonly Mark[] = ['bold', 'italic', 'strikethrough', 'code']
const LINK = /^(?:https?:\/\/|mailto:)/iu

/** Whether a note may link to this address. */
export const isNoteLink = (url: string): boolean => LINK.test(url)

type Flat = Exclude<Inline, { type: 'link' }>

function tidyRuns(inlines: readonly Flat[]): Flat[] {
  const tidy: Flat[] = []
  for (const inline of inlines) {
    if (inline.type === 'break') {
      tidy.push({ type: 'break' })
      continue
    }
    if (inline.text === '') continue
    const marks = MARK_ORDER.filter((mark) => inline.marks.includes(mark))
    const last = tidy.at(-1)
    if (last?.type === 'text' && last.marks.join() === marks.join()) last.text += inline.text
    else tidy.push({ type: 'text', text: inline.text, marks })
  }
  return tidy
}

/** Inline content in its one normal form: runs that are set alike are joined, empty ones are gone. */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  let plain: Flat[] = []
  const flush = () => {
    tidy.push(...tidyRuns(plain))
    plain = []
  }
  for (const inline of inlines) {
    if (inline.type !== 'link') {
      plain.push(inline)
      continue
    }
    const children = tidyRuns(inline.children)
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
  const item = (each: ListItem): ListItem => ({
    children: tidyInlines(each.children),
    nested: each.nested && each.nested.items.length > 0 ? tidyList(each.nested) : null,
  })
  return { type: 'list', ordered: list.ordered, start: list.ordered ? list.start : 1, items: list.items.map(item) }
}

function tidyBlock(block: Block): Block {
  switch (block.type) {
    case 'code':
      return { type: 'code', language: block.language, text: block.text }
    case 'list':
      return tidyList(block)
    case 'heading':
      return { type: 'heading', level: block.level, children: tidyInlines(block.children) }
    default:
      return { type: block.type, children: tidyInlines(block.children) }
  }
}

const isBlank = (block: Block | undefined) => block?.type === 'paragraph' && block.children.length === 0

/** A note in its one normal form, so that equal notes are equal as JSON: no blank paragraphs at the end, marks in order. */
export function tidyNote(note: NoteDocument): NoteDocument {
  const blocks = note.blocks.filter((block) => block.type !== 'list' || block.items.length > 0).map(tidyBlock)
  while (isBlank(blocks.at(-1))) blocks.pop()
  return { version: 1, blocks }
}

/** Whether two notes say the same in the same way. */
export const sameNote = (a: NoteDocument | null, b: NoteDocument | null): boolean =>
  JSON.stringify(tidyNote(a ?? EMPTY_NOTE)) === JSON.stringify(tidyNote(b ?? EMPTY_NOTE))

export const EMPTY_NOTE: NoteDocument = { version: 1, blocks: [] }

/** Whether there is nothing in a note that a person would miss. */
export const isEmptyNote = (note: NoteDocument | null): boolean => note === null || isBlankNote(note)
