import { useMemo } from 'react'
import type { NoteId, TopicId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import { useClient } from '../../client/client'
import { perform, reportError } from '../../ui/undo/perform'
import { navigate } from '../../ui/places/route'

/** What can be done with notes that stand alone or belong to a topic. */
export interface NoteActions {
  /** Makes a note and opens it. */
  make(topicId?: TopicId | null): void
  remove(id: NoteId, title: string): void
  restore(id: NoteId): void
  /** @param before the tags it had, for undoing */
  setTags(id: NoteId, tags: readonly Tag[], before: readonly Tag[]): void
  deleteForGood(ids: NoteId[] | null): void
  /** @param from where it was, for undoing */
  moveTo(id: NoteId, topicId: TopicId | null, from: TopicId | null): void
}

export function useNoteActions(): NoteActions {
  const client = useClient()
  return useMemo(
    () => ({
      make: (topicId = null) => {
        client.notes
          .create({ topicId })
          .then(({ id }) => navigate({ page: 'notes', noteId: id }))
          .catch(reportError)
      },
      remove: (id, title) => {
        void perform({
          run: () => client.notes.remove({ ids: [id] }),
          label: () => `“${title || 'Untitled note'}” moved to Trash`,
          undo: () => client.notes.restore({ ids: [id] }),
        })
      },
      restore: (id) => void client.notes.restore({ ids: [id] }).catch(reportError),
      deleteForGood: (ids) => void client.notes.deleteForGood({ ids }).catch(reportError),
      setTags: (id, tags, before) => {
        const set = (to: readonly Tag[]) => client.notes.update({ ids: [id], change: { tags: [...to] } })
        void perform({
          run: () => set(tags),
          label: () => (tags.length > before.length ? 'Note tagged' : 'Tag taken from the note'),
          undo: () => set(before),
          isQuiet: true,
        })
      },
      moveTo: (id, topicId, from) => {
        if (topicId === from) return
        const put = (to: TopicId | null) => client.notes.update({ ids: [id], change: { topicId: to } })
        void perform({
          run: () => put(topicId),
          label: () => (topicId === null ? 'Note taken out of its topic' : 'Note moved to another topic'),
          undo: () => put(from),
          isQuiet: true,
        })
      },
    }),
    [client],
  )
}
