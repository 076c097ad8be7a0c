import type { Block, Inline, List, NoteDocument } from '../domain/note-document'

/** The words of a note as plain text: one line for each block, item and line break. Marks and addresses are left out. */
export function noteText(note: NoteDocument): string {
  return note.blocks.map(blockText).join('\n')
}

/** Whether a note holds no words at all, however many empty paragraphs it has. */
export function isBlankNote(note: NoteDocument): boolean {
  return noteText(note).trim() === ''
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
    default:
      return inlineText(block.children)
  }
}

function listText(list: List): string {
  return list.items
    .flatMap(({ children, nested }) => [inlineText(children), ...(nested === null ? [] : [listText(nested)])])
    .join('\n')
}

function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => (child.type === 'text' ? child.text : child.type === 'break' ? '\n' : inlineText(child.children)))
    .join('')
}
