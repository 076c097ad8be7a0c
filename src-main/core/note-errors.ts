import { LecternError } from '@shared/contract/errors'
import type { NoteDocument } from '@shared/domain/note-document'

/** What is asked for is gone: `This note`, `The topic of this note`. */
export function missing(what: string): LecternError {
  return new LecternError('not-found', `${what} is not in the library any more. Nothing was changed.`)
}

/** A note was saved elsewhere since; carries what is there now. */
export function conflict({ revision, body }: { revision: number; body: NoteDocument | null }): LecternError {
  return new LecternError(
    'note-conflict',
    'This note was changed elsewhere since you opened it. Nothing was overwritten, and your words are still here.',
    { current: { revision, body } },
  )
}
