import { z } from 'zod'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, NoteId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'

/** What carries tags. */
export const Carrier = z.enum(['article', 'annotation', 'note'])
export type Carrier = z.infer<typeof Carrier>

/** Everything that a change of a tag did, so that it can be taken back exactly. */
export const TagRecord = z.object({
  /** Tags that were taken from something, and what it got in their place; null where it had that already or gets none. */
  rows: z.array(z.object({ carrier: Carrier, id: z.string(), taken: Tag, given: Tag.nullable() })),
  /** The colours of all tags that were touched, as they were. */
  colours: z.array(z.object({ tag: Tag, colour: HighlightColour.nullable() })),
  /** Notes whose text names the tag: the text before, and the revision that the change made. */
  bodies: z.array(
    z.discriminatedUnion('carrier', [
      z.object({ carrier: z.literal('annotation'), id: AnnotationId, body: z.string(), revision: z.int() }),
      z.object({ carrier: z.literal('note'), id: NoteId, body: z.string(), revision: z.int() }),
    ]),
  ),
})
export type TagRecord = z.infer<typeof TagRecord>

/** Old names and their new ones; null takes the tag away. */
export type Renaming = ReadonlyMap<Tag, Tag | null>

/** How many articles, annotations and notes a change touched. */
export function itemsOf({ rows, bodies }: TagRecord): number {
  return new Set([...rows, ...bodies].map(({ carrier, id }) => `${carrier} ${id}`)).size
}
