import { useQuery } from '@tanstack/react-query'
import type { NoteId, TopicId } from '@shared/domain/ids'
import type { LinkedTitle } from '@shared/domain/note'
import type { LinkTarget } from '@shared/domain/note-document'
import { useClient } from './client'

/** Which notes a list shows; without a topic, all of them. */
export interface NotesQuery {
  readonly topicId?: TopicId | null
  readonly tag?: string | null
  readonly inTrash?: boolean
}

/** Notes that stand alone or belong to a topic, newest change first. */
export function useNotes(query: NotesQuery = {}) {
  const client = useClient()
  return useQuery({ queryKey: ['notes', 'list', query], queryFn: () => client.notes.list(query) })
}

export function useNote(id: NoteId) {
  const client = useClient()
  return useQuery({ queryKey: ['notes', 'get', { id }], queryFn: () => client.notes.get({ id }) })
}

/** Notes that link to an article or a note. */
export function useBacklinks(target: LinkTarget) {
  const client = useClient()
  return useQuery({
    queryKey: ['notes', 'backlinks', { target }],
    queryFn: () => client.notes.backlinks({ target }),
  })
}

/** What a link leads to now; null until that is known. */
export function useLinkedTitle(target: LinkTarget): LinkedTitle | null {
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['notes', 'titles', { targets: [target] }],
    queryFn: () => client.notes.titles({ targets: [target] }),
  })
  return data?.[0] ?? null
}
