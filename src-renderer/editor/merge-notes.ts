import type { Block, NoteDocument } from '@shared/domain/note-document'
import { isEmptyNote, sameNote, tidyNote } from './note-normal'

const DIVIDER: Block = {
  type: 'paragraph',
  children: [{ type: 'text', text: 'Also written here:', marks: ['italic'] }],
}

/**
 * Joins two versions of one note so that neither is lost. What both say, block by block, stands once; where they differ,
 * the stored text stands first, then ours under a line that says so.
 */
export function mergeNotes(stored: NoteDocument | null, ours: NoteDocument): NoteDocument {
  if (stored === null || isEmptyNote(stored) || sameNote(stored, ours)) return tidyNote(ours)
  if (isEmptyNote(ours)) return tidyNote(stored)
  const theirs = tidyNote(stored).blocks
  const own = tidyNote(ours).blocks
  const same = (a: Block | undefined, b: Block | undefined) => JSON.stringify(a) === JSON.stringify(b)

  const shorter = Math.min(theirs.length, own.length)
  let start = 0
  while (start < shorter && same(theirs[start], own[start])) start += 1
  let end = 0
  while (end < shorter - start && same(theirs.at(-1 - end), own.at(-1 - end))) end += 1

  const theirPart = theirs.slice(start, theirs.length - end)
  const ownPart = own.slice(start, own.length - end)
  const divider = theirPart.length > 0 && ownPart.length > 0 ? [DIVIDER] : []
  return tidyNote({
    version: 1,
    blocks: [...own.slice(0, start), ...theirPart, ...divider, ...ownPart, ...own.slice(own.length - end)],
  })
}
