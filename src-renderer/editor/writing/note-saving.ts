import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Client } from '@shared/contract'
import { LecternError } from '@shared/contract/lectern-error'
import type { Annotation } from '@shared/domain/annotation'
import type { AnnotationId, NoteId } from '@shared/domain/ids'
import type { Note } from '@shared/domain/note'
import type { NoteDocument } from '@shared/domain/note-document'
import { noteTitle } from '@shared/text/note-text'
import { createNoteJournal, type NoteKey } from '../note-journal'
import { createNoteSavers, type NoteSavers } from '../note-savers'
import type { SaveOutcome } from '../note-saver'
import { showToast } from '../../ui/undo/toasts'
import { useClient } from '../../client/client'
import { isNoteId } from '../../ui/places/ids'

/** One set of savers for each client, for as long as the window lives: a note outlives the view that it is written in. */
const saversOf = new WeakMap<Client, NoteSavers>()

/** The savers of this window's notes. What an earlier window could not save is saved when they are first asked for. */
export function useNoteSavers(): NoteSavers {
  const client = useClient()
  const queries = useQueryClient()
  const known = saversOf.get(client)
  if (known) return known
  const savers = startSavers(client, queries)
  saversOf.set(client, savers)
  return savers
}

function startSavers(client: Client, queries: QueryClient): NoteSavers {
  const savers = createNoteSavers({
    save: (key, baseRevision, body) => save(client, queries, key, baseRevision, body),
    journal: createNoteJournal(window.localStorage),
    schedule: (delay, run) => {
      const timer = window.setTimeout(run, delay)
      return () => window.clearTimeout(timer)
    },
    onMerged: () =>
      showToast({
        message: 'This note was also changed in another window. Both texts were kept, one under the other.',
      }),
    onFailure: (message) =>
      showToast({
        kind: 'error',
        message: `Your note is not saved yet. ${message} The text is safe here and will be saved as soon as it can be.`,
      }),
  })
  window.addEventListener('pagehide', savers.flushAll)
  document.addEventListener('visibilitychange', savers.flushAll)
  savers.recover()
  return savers
}

async function save(
  client: Client,
  queries: QueryClient,
  key: NoteKey,
  baseRevision: number,
  body: NoteDocument,
): Promise<SaveOutcome> {
  try {
    const saved = isOwnNote(key)
      ? await saveOwn(client, queries, noteOf(key), baseRevision, body)
      : await saveOnAnnotation(client, queries, key, baseRevision, body)
    return { kind: 'saved', revision: saved }
  } catch (error) {
    if (!(error instanceof LecternError)) return { kind: 'failed', message: 'Something unexpected happened.' }
    if (error.code === 'not-found') return { kind: 'gone' }
    const current = error.code === 'note-conflict' ? storedNote(error.details) : null
    return current ? { kind: 'conflict', ...current } : { kind: 'failed', message: error.message }
  }
}

const OWN = 'note:'
type OwnKey = Exclude<NoteKey, AnnotationId>
const isOwnNote = (key: NoteKey): key is OwnKey => key.startsWith(OWN)

/** The key of a note that stands alone or belongs to a topic. */
export const ownNoteKey = (id: NoteId): OwnKey => `${OWN}${id}`

function noteOf(key: OwnKey): NoteId {
  const id = key.slice(OWN.length)
  if (isNoteId(id)) return id
  throw new LecternError('not-found', 'This note is not in the library.')
}

async function saveOwn(client: Client, queries: QueryClient, id: NoteId, baseRevision: number, body: NoteDocument) {
  const { revision, updatedAt } = await client.notes.save({ id, baseRevision, body })
  queries.setQueryData<Note>(
    ['notes', 'get', { id }],
    (note) => note && { ...note, body, revision, updatedAt, title: noteTitle(body) },
  )
  return revision
}

async function saveOnAnnotation(
  client: Client,
  queries: QueryClient,
  id: AnnotationId,
  baseRevision: number,
  body: NoteDocument,
) {
  const { revision, updatedAt } = await client.annotations.saveNote({ id, baseRevision, body })
  queries.setQueriesData<Annotation[]>({ queryKey: ['annotations', 'list'] }, (list) =>
    list?.map((each) => (each.id === id ? { ...each, body, revision, updatedAt } : each)),
  )
  return revision
}

interface ConflictDetails {
  readonly current: { readonly revision: number; readonly body: NoteDocument | null }
}

/** Whether an error's details are those of a conflict; the backend is trusted for what is inside. */
const isConflict = (details: unknown): details is ConflictDetails =>
  typeof details === 'object' && details !== null && 'current' in details

function storedNote(details: unknown): { revision: number; stored: NoteDocument | null } | null {
  return isConflict(details) ? { revision: details.current.revision, stored: details.current.body } : null
}
