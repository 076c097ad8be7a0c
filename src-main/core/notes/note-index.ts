import type { NoteId, TopicId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'

/** What the search index is told of a note. */
export interface IndexedNote {
  readonly noteId: NoteId
  readonly topicId: TopicId | null
  readonly title: string
  /** Without its title. */
  readonly text: string
  readonly tags: readonly Tag[]
  /** Last changed, in milliseconds since the epoch. */
  readonly writtenAt: number
}

/** The part of the search index that follows notes; called within the transaction that changes them. */
export interface NoteIndex {
  putNote(note: IndexedNote): void
  removeNote(id: NoteId): void
}
