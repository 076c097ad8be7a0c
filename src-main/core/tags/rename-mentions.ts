import type { Block, Inline, List, NoteDocument } from '@shared/domain/note-document'
import type { Renaming } from './tag-change'

/**
 * A note with the tags in its text renamed; those that are taken away stay as words, without being tags.
 * @returns null where it names none of them
 */
export function renameMentions(note: NoteDocument, renaming: Renaming): NoteDocument | null {
  let found = false

  const inline = (piece: Inline): Inline => {
    const to = piece.type === 'tag' ? renaming.get(piece.tag) : undefined
    if (piece.type !== 'tag' || to === undefined) return piece
    found = true
    return to === null ? { type: 'text', text: piece.tag, marks: [] } : { ...piece, tag: to }
  }
  const list = (one: List): List => ({
    ...one,
    items: one.items.map((item) => ({
      ...item,
      children: item.children.map(inline),
      nested: item.nested === null ? null : list(item.nested),
    })),
  })
  const block = (one: Block): Block => {
    switch (one.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        return { ...one, children: one.children.map(inline) }
      case 'list':
        return list(one)
      case 'table':
        return {
          ...one,
          rows: one.rows.map((cells) => cells.map((cell) => ({ ...cell, children: cell.children.map(inline) }))),
        }
      default:
        return one
    }
  }

  const blocks = note.blocks.map(block)
  return found ? { ...note, blocks } : null
}
