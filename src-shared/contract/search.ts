import { z } from 'zod'
import { HighlightColour } from '../domain/colour'
import { AnnotationId, ArticleId, SnapshotId } from '../domain/ids'
import { method } from './define'

/** Text with the words that were found. */
export const Excerpt = z.object({
  text: z.string(),
  /** Ranges of `text` to mark: UTF-16 `[start, end)`, ascending, apart. */
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type Excerpt = z.infer<typeof Excerpt>

const hit = { articleId: ArticleId, articleTitle: z.string(), excerpt: Excerpt }

/** Where a result leads: a range of a snapshot's text, in UTF-16 units. */
const passage = z.object({ snapshotId: SnapshotId, start: z.int(), end: z.int() })

export const SearchHit = z.discriminatedUnion('kind', [
  /** The article's best passage; its range runs from the first to the last word found. `title` is marked too. */
  z.object({ kind: z.literal('article'), ...hit, title: Excerpt, passage: passage.nullable() }),
  /** Without a passage where its words were not found in the article's newest version. */
  z.object({
    kind: z.literal('highlight'),
    ...hit,
    annotationId: AnnotationId,
    colour: HighlightColour,
    passage: passage.nullable(),
  }),
  z.object({ kind: z.literal('note'), ...hit, annotationId: AnnotationId, passage: passage.nullable() }),
])
export type SearchHit = z.infer<typeof SearchHit>

const Group = z.object({ total: z.int().nonnegative(), hits: z.array(SearchHit) })

export const SearchResults = z.object({
  articles: Group,
  highlights: Group,
  notes: Group,
  /** Set when nothing held all the words, and these hold some of them. */
  partial: z.boolean(),
})
export type SearchResults = z.infer<typeof SearchResults>

export const search = {
  /** Words are joined by AND, the last one matches as a prefix, quoted words as a phrase. Never fails on what is typed. */
  query: method(
    z.object({
      text: z.string().max(1000),
      /** Most hits of each group. */
      limit: z.int().min(1).max(200).default(20),
    }),
    SearchResults,
  ),
}
