import type { Block, NoteDocument } from '@shared/domain/note-document'
import { isEmptyNote, sameNote, tidyNote } from './note-normal'

const DIVIDER: Block = {
  type: 'paragraph',
  children: [{ type: 'text', text: 'Also written here:', marks: ['italic'] }],
}

/** Joins two versions of one note so that neither is lost: the stored one, then ours under a line that says so. */
export function mergeNotes(stored: NoteDocument | null, ours: NoteDocument): NoteDocument {
  if (stored === null || isEmptyNote(stored) || sameNote(stored, ours)) return tidyNote(ours)
  if (isEmptyNote(ours)) return tidyNote(stored)
  return tidyNote({ version: 1, blocks: [...stored.blocks, DIVIDER, ...ours.blocks] })
}
