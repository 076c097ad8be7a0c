import { z } from 'zod'
import { ArticleId, SnapshotId } from '../domain/ids'
import { Provenance, Snapshot } from '../domain/snapshot'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** One version of an article, as a list of versions shows it. */
export const SnapshotEntry = z.object({
  id: SnapshotId,
  createdAt: EpochMs,
  provenance: Provenance,
  /** Length of the text in UTF-16 units. */
  textLength: z.int().nonnegative(),
  /** Whether the reader shows it. */
  isCurrent: z.boolean(),
  /** How many highlights stand in it. */
  highlights: z.int().nonnegative(),
})
export type SnapshotEntry = z.infer<typeof SnapshotEntry>

/** A part of a comparison, in the order of the newer text. */
export const ComparedPart = z.discriminatedUnion('kind', [
  /** Nothing changed for so many words, from one offset of the newer text to another: UTF-16 units. */
  z.object({
    kind: z.literal('unchanged'),
    words: z.int().positive(),
    paragraphs: z.int().positive(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  /** A passage with its changes and a little of what stands around them. */
  z.object({
    kind: z.enum(['added', 'removed', 'changed']),
    runs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    /** Where it begins in the newer text: UTF-16 units. */
    at: z.int().nonnegative(),
  }),
])
export type ComparedPart = z.infer<typeof ComparedPart>

export const snapshots = {
  /** Every version of an article, newest first. */
  list: method(z.object({ articleId: ArticleId }), z.array(SnapshotEntry)),
  /**
   * What changed from one version to another, word by word. White space, citation marks, and the kind of quotes and dashes are no
   * changes. @throws not-found
   */
  compare: method(z.object({ from: SnapshotId, to: SnapshotId }), z.array(ComparedPart)),
  /** Some of a version's text, by UTF-16 offsets: what a comparison folds. @throws not-found */
  text: method(z.object({ id: SnapshotId, start: z.int().nonnegative(), end: z.int().nonnegative() }), z.string()),
  /** @throws not-found */
  get: method(z.object({ id: SnapshotId }), Snapshot),
  /** The stored, sanitised fragment; hosts serve it inside a document without scripts. @throws not-found */
  html: method(
    z.object({ id: SnapshotId }),
    z.object({
      html: z.string(),
      language: z.string().nullable(),
      direction: z.enum(['ltr', 'rtl']),
      title: z.string(),
    }),
  ),
}
