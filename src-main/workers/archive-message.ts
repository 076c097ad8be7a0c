import type { ErrorData } from '@shared/contract/errors'
import type { ArchiveReader } from '../core/archives/archive-reader'

/** One call of an `ArchiveReader`, on its way to a worker. */
export type ArchiveRequest = {
  [Method in keyof ArchiveReader]: { readonly method: Method; readonly input: Parameters<ArchiveReader[Method]>[0] }
}[keyof ArchiveReader]

/** What a worker answers to it. Errors cross as data, because a class does not survive the way. */
export type ArchiveAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorData }
