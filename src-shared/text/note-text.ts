import type { Block, Inline, List, NoteDocument, Table } from '../domain/note-document'

/**
 * The words of a note as plain text: one line for each block, item, row and line break, cells parted by tabs. Marks and
 * addresses are left out; formulas are their TeX source, pictures what is said of them, links the title they had.
 */
export function noteText(note: NoteDocument): string {
  return note.blocks.map(blockText).join('\n')
}

/** Whether a note holds nothing at all, however many empty paragraphs it has: no words, no picture, no table. */
export function isBlankNote(note: NoteDocument): boolean {
  return !note.blocks.some(({ type }) => type === 'image' || type === 'table') && noteText(note).trim() === ''
}

/** The most characters of a note's title. */
const LONGEST_TITLE = 200

/** What a note is called: its first line with words, white space folded; empty for a note without words. */
export function noteTitle(note: NoteDocument | null): string {
  const line =
    note === null
      ? undefined
      : noteText(note)
          .split('\n')
          .find((each) => each.trim() !== '')
  return cutShort((line ?? '').replace(/\s+/gu, ' ').trim(), LONGEST_TITLE)
}

/** Text cut to a number of UTF-16 units, with an ellipsis where something was cut; never inside a code point. */
export function cutShort(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A note that says these words, a paragraph for each line. */
export function plainNote(text: string): NoteDocument {
  return {
    version: 1,
    blocks: text.split('\n').map((line) => ({
      type: 'paragraph',
      children: line === '' ? [] : [{ type: 'text', text: line, marks: [] }],
    })),
  }
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'code':
      return block.text
    case 'list':
      return listText(block)
    case 'table':
      return tableText(block)
    case 'image':
      return block.alt
    case 'math':
      return block.tex
    case 'rule':
      return ''
    default:
      return inlineText(block.children)
  }
}

function listText(list: List): string {
  return list.items
    .flatMap(({ children, nested }) => [inlineText(children), ...(nested === null ? [] : [listText(nested)])])
    .join('\n')
}

function tableText({ rows }: Table): string {
  return rows
    .map((cells) => cells.map(({ children }) => inlineText(children).replace(/\n/gu, ' ')).join('\t'))
    .join('\n')
}

/** The words of inline content, as `noteText` gives them. */
export function inlineText(children: readonly Inline[]): string {
  return children.map(pieceText).join('')
}

function pieceText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'break':
      return '\n'
    case 'math':
      return inline.tex
    case 'tag':
      return `#${inline.tag}`
    case 'reference':
      return inline.title
    case 'link':
      return inlineText(inline.children)
  }
}
