import { z } from 'zod'

export { LecternError } from './lectern-error'

/** Every kind of failure that can cross the contract. Closed: a new failure gets a code here. */
export const ErrorCode = z.enum([
  /** The call does not exist or its input does not fit. A bug, not a person's mistake. */
  'invalid-call',
  /** The article, snapshot, annotation or import is not there (any more). */
  'not-found',
  /** A topic or tag cannot be nested in itself, nor in what is nested in it. */
  'nested-in-itself',
  /** The quoted words do not stand at the given offsets. */
  'selector-mismatch',
  /** The note was saved elsewhere since; `details.current` holds the stored note. */
  'note-conflict',
  /** The library file was written by a newer Lectern and was left as it is. */
  'library-too-new',
  /** The library file is damaged. */
  'library-damaged',
  /** The library folder cannot be written to. */
  'library-not-writable',
  /** Another Lectern has this library open. */
  'library-in-use',
  /** The disk is full; nothing was half-written. */
  'disk-full',
  /** The address could not be fetched. */
  'fetch-failed',
  /** The source is not something Lectern reads. */
  'unsupported-format',
  /** The source is larger or deeper than Lectern reads. */
  'too-large',
  /** The source has no text to read. */
  'nothing-to-read',
  /** Reading the source took too long and was stopped. */
  'timed-out',
  /** The backend process ended before it answered; it is being started again. */
  'backend-lost',
  /** An archive's file is gone, moved, or on a drive that is not connected. */
  'archive-missing',
  /** An archive's file is damaged; it was left as it is. */
  'archive-damaged',
  /** The model server is not on this computer, and nobody has agreed that questions and passages go there. */
  'consent-needed',
  /** The model server could not be reached, or did not answer as such servers do. */
  'model-failed',
  /** A folder to export to is gone, no folder, inside the library, or cannot be written to. */
  'folder-unusable',
  /** This host cannot do it. */
  'unsupported-here',
  /** Anything else; the details are in the log. */
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** A failure as it crosses the contract. */
export const ErrorData = z.object({
  code: ErrorCode,
  /** For a person: what happened, to which item, and what to do. */
  message: z.string(),
  details: z.json().optional(),
})
export type ErrorData = z.infer<typeof ErrorData>
