import { z } from 'zod'
import { HighlightColour } from '../domain/colour'
import { TagChangeId } from '../domain/ids'
import { Tag } from '../domain/tag'
import { EpochMs } from '../domain/time'
import { method } from './define'

/**
 * A tag, and what carries it or one nested in it, each thing counted once; none from Trash. `a/b` is nested in `a`, which
 * is a tag too, even where nothing carries it itself.
 */
export const TagInUse = z.object({
  tag: Tag,
  /** One of the highlight colours; null where a person has chosen none. */
  colour: HighlightColour.nullable(),
  /** Articles that carry it themselves or in their highlights and notes: as many as its list shows. */
  articles: z.int().nonnegative(),
  /** Highlights and article notes. */
  annotations: z.int().nonnegative(),
  /** Notes that stand alone or belong to a topic. */
  notes: z.int().nonnegative(),
})
export type TagInUse = z.infer<typeof TagInUse>

/** What a change of a tag did, for saying so and for undoing it. */
export const TagChange = z.object({
  id: TagChangeId,
  /** How many articles, annotations and notes it changed. */
  items: z.int().nonnegative(),
})
export type TagChange = z.infer<typeof TagChange>

export const tags = {
  /** Tags in use and those that they are nested in, by name. */
  list: method(z.void(), z.array(TagInUse)),
  /**
   * Renames a tag and those nested in it wherever they stand, in the text of notes and in Trash too. A name that is in use
   * already is how tags are merged.
   * @throws not-found
   */
  rename: method(z.object({ tag: Tag, to: Tag }), TagChange),
  /** Takes a tag and those nested in it away from everything; in the text of notes the word stays. @throws not-found */
  remove: method(z.object({ tag: Tag }), TagChange),
  /** Undoes a renaming, merging or removal; what was tagged otherwise since stays so. @throws not-found after 30 days */
  undo: method(z.object({ id: TagChangeId }), z.void()),
  /** Tags that were removed in the last 30 days, latest first. */
  removed: method(z.void(), z.array(TagChange.extend({ tag: Tag, removedAt: EpochMs }))),
  /** Makes removals final. */
  forget: method(z.object({ ids: z.array(TagChangeId).min(1).max(10_000) }), z.void()),
  /** Gives a tag a colour, or takes it back. */
  setColour: method(z.object({ tag: Tag, colour: HighlightColour.nullable() }), z.void()),
}
