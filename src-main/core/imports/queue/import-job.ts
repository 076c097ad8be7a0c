import { z } from 'zod'
import { ArchiveId, ArticleId, type ImportId, type ImportItemId } from '@shared/domain/ids'
import type { ImportItem, KnownChoice } from '@shared/contract/imports'

/** Where an item's source is to be had. Kept in the library as JSON. */
export const Origin = z.discriminatedUnion('kind', [
  /** `staged` is the path below `<library>/incoming`, `bytes` the length it was given with. */
  z.object({
    kind: z.literal('file'),
    path: z.string(),
    staged: z.string(),
    bytes: z.int(),
    /** Where the further pages of the same text are staged, in order. */
    next: z.array(z.string()).optional(),
    /** Set for a book that was dropped as a folder: where its files are staged, by their paths within it. `staged` is one of them. */
    book: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ kind: z.literal('url'), url: z.string() }),
  /** An article that is to be fetched anew. */
  z.object({ kind: z.literal('update'), articleId: ArticleId, url: z.string() }),
  /** A page of a ZIM archive, by its namespace and path. */
  z.object({ kind: z.literal('archive'), archiveId: ArchiveId, path: z.string() }),
  z.object({
    kind: z.literal('text'),
    staged: z.string(),
    bytes: z.int(),
    format: z.enum(['auto', 'html', 'markdown', 'text']),
  }),
])
export type Origin = z.infer<typeof Origin>

/** An item of an import, not stored yet. */
export interface NewItem {
  readonly name: string
  readonly origin: Origin
}

/** An item that is to be brought in now. */
export interface TakenItem {
  readonly id: ImportItemId
  readonly importId: ImportId
  readonly name: string
  readonly origin: Origin
  /** What a person answered for this item, else what was said for the whole import. */
  readonly onKnown: KnownChoice | 'ask'
  /** It was being read when Lectern ended without notice. */
  readonly isSuspect: boolean
}

/** How an item ended. */
export type Settled = Pick<ImportItem, 'state' | 'articleId' | 'title' | 'remark' | 'error' | 'known'>
