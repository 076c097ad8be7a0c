import { z } from 'zod'
import { TopicId } from './ids'
import { EpochMs } from './time'

/** The name of a topic: trimmed, in Unicode NFC, white space folded to one space. Two topics may have the same. */
export const TopicTitle = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(200))
export type TopicTitle = z.infer<typeof TopicTitle>

/** An ordered collection of articles, with its own notes and its own conversation. An article may be in several. */
export const Topic = z.object({
  id: TopicId,
  /** The topic it is nested in; null at the top. */
  parentId: TopicId.nullable(),
  title: TopicTitle,
  /** Its place among the topics of the same parent, from 0. */
  position: z.int().nonnegative(),
  createdAt: EpochMs,
  /** Articles in it and in the topics nested in it, each counted once; none from Trash. */
  articleCount: z.int().nonnegative(),
  /** How many of these are finished: read to the end, or archived. */
  finishedCount: z.int().nonnegative(),
  /** Articles in the topic itself. */
  ownCount: z.int().nonnegative(),
})
export type Topic = z.infer<typeof Topic>
