import { z } from 'zod'
import { AssetId, NoteId, TopicId } from '../domain/ids'
import { Backlink, LinkedTitle, Note, NoteSummary } from '../domain/note'
import { LinkTarget, NoteDocument } from '../domain/note-document'
import { Tag } from '../domain/tag'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** The most bytes that one picture of a note may have: 32 MB. */
export const MAX_IMAGE_BYTES = 32 * 1024 * 1024

const Ids = z.object({ ids: z.array(NoteId).min(1).max(10_000) })

/** Notes that stand alone or belong to a topic, and what all notes share: links, backlinks and pictures. */
export const notes = {
  /** Newest change first. */
  list: method(
    z.object({
      /** Only those of a topic; `null` only those that stand alone; left out, all. */
      topicId: TopicId.nullable().optional(),
      /** Only those with this tag. */
      tag: Tag.nullable().default(null),
      /** Those in Trash instead of those in the library. */
      inTrash: z.boolean().default(false),
    }),
    z.array(NoteSummary),
  ),
  /** Also answers a note in Trash. @throws not-found */
  get: method(z.object({ id: NoteId }), Note),
  /** @throws not-found when there is no such topic */
  create: method(
    z.object({ topicId: TopicId.nullable().default(null), body: NoteDocument.nullable().default(null) }),
    Note,
  ),
  /**
   * Saves the text. The earlier text is kept as a revision.
   * @throws note-conflict when `baseRevision` is not the stored one, not-found
   */
  save: method(
    z.object({ id: NoteId, baseRevision: z.int().nonnegative(), body: NoteDocument }),
    z.object({ revision: z.int().nonnegative(), updatedAt: EpochMs }),
  ),
  /** Changes what is given. @throws not-found */
  update: method(
    Ids.extend({
      change: z.object({ topicId: TopicId.nullable().optional(), tags: z.array(Tag).max(100).optional() }),
    }),
    z.void(),
  ),
  /** Moves notes to Trash for 30 days; `restore` undoes it. */
  remove: method(Ids, z.void()),
  /** Takes notes back out of Trash. @throws not-found for those that were deleted for good since; the others are back */
  restore: method(Ids, z.void()),
  /** Deletes notes in Trash for good: these, or all of them when none are named. */
  deleteForGood: method(z.object({ ids: z.array(NoteId).max(10_000).nullable() }), z.void()),
  /** Notes of every kind that link to an article or a note, newest change first. Those in Trash are left out. */
  backlinks: method(z.object({ target: LinkTarget }), z.array(Backlink)),
  /** The titles that links lead to now, in the order they are asked for. */
  titles: method(z.object({ targets: z.array(LinkTarget).max(2000) }), z.array(LinkedTitle)),
  /** Articles and notes whose title holds these words, best first, for completing a `[[link]]`; recent ones for none. */
  suggest: method(
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    z.array(LinkedTitle),
  ),
  /**
   * Keeps a picture that was pasted or dropped in. The same picture again is the same asset.
   * @throws unsupported-format when it is no PNG, JPEG, GIF, WebP, AVIF or BMP; too-large
   */
  addImage: method(z.object({ bytes: z.instanceof(Uint8Array<ArrayBuffer>) }), z.object({ asset: AssetId })),
}
