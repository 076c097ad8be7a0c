import { z } from 'zod'
import { HighlightColour } from '../domain/colour'
import { AnnotationId, ArticleId, ConversationId, NoteId, QuestionId, SnapshotId, TopicId } from '../domain/ids'
import { method } from './define'

/** The most characters of a search. */
export const MAX_SEARCH = 1000

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

/** An article's best passage; its range runs from the first to the last word found. `title` is marked too. */
const ArticleHit = z.object({ kind: z.literal('article'), ...hit, title: Excerpt, passage: passage.nullable() })

export const SearchHit = z.discriminatedUnion('kind', [
  ArticleHit,
  /** Without a passage where its words were not found in the article's newest version. */
  z.object({
    kind: z.literal('highlight'),
    ...hit,
    annotationId: AnnotationId,
    colour: HighlightColour,
    passage: passage.nullable(),
  }),
  /** The note of a highlight, or one on a whole article: that has no passage. */
  z.object({ kind: z.literal('note'), ...hit, annotationId: AnnotationId, passage: passage.nullable() }),
  /** A note that stands alone or belongs to a topic. */
  z.object({
    kind: z.literal('own-note'),
    noteId: NoteId,
    topicId: TopicId.nullable(),
    title: Excerpt,
    excerpt: Excerpt,
  }),
  /** A question that was asked, and its answer. */
  z.object({
    kind: z.literal('answer'),
    questionId: QuestionId,
    conversationId: ConversationId.nullable(),
    /** The article or the topic whose conversation it belongs to. */
    articleId: ArticleId.nullable(),
    articleTitle: z.string().nullable(),
    topicId: TopicId.nullable(),
    question: Excerpt,
    excerpt: Excerpt,
  }),
])
export type SearchHit = z.infer<typeof SearchHit>

const Group = z.object({ total: z.int().nonnegative(), hits: z.array(SearchHit) })

export const SearchResults = z.object({
  articles: Group,
  highlights: Group,
  notes: Group,
  answers: Group,
  /** Set when nothing held all the words, and these hold some of them. */
  partial: z.boolean(),
  /** The search with words of the library in place of those that seem misspelt; null when none do. */
  didYouMean: z
    .object({
      text: z.string(),
      /** Nothing was found for what was typed, and the results are those of `text`. */
      shown: z.boolean(),
    })
    .nullable(),
  /** Articles that are not in the index yet, after an update of Lectern. */
  pending: z.int().nonnegative(),
})
export type SearchResults = z.infer<typeof SearchResults>

/** An article that speaks of the same thing, at its best passage. `shared` says by which words, commonest last. */
export const Related = ArticleHit.extend({ shared: z.array(z.string()) })
export type Related = z.infer<typeof Related>

/** What other articles are to be like: an article, a passage of one, a highlight with its note, or a note. */
export const RelatedTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId: ArticleId }),
  z.object({
    kind: z.literal('passage'),
    articleId: ArticleId,
    /** UTF-16 offsets in the text of its current snapshot. */
    start: z.int().nonnegative(),
    end: z.int().positive(),
  }),
  z.object({ kind: z.literal('annotation'), annotationId: AnnotationId }),
  z.object({ kind: z.literal('own-note'), noteId: NoteId }),
])
export type RelatedTo = z.infer<typeof RelatedTo>

const Operator = z.enum(['tag', 'topic', 'site', 'author', 'lang', 'before', 'after', 'in', 'colour', 'is', 'has'])

export const search = {
  /**
   * Words are joined by AND, the last one matches as a prefix, quoted words as a phrase, filters narrow; see
   * `text/search-query/parse-search.ts` for the grammar. Never fails on what is typed.
   */
  query: method(
    z.object({
      text: z.string().max(MAX_SEARCH),
      /** Most hits of each group. */
      limit: z.int().min(1).max(200).default(20),
    }),
    SearchResults,
  ),
  /** Values of the library for a filter that begin so, or hold a word that does; the commonest first. */
  complete: method(
    z.object({ operator: Operator, value: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    z.array(z.object({ value: z.string(), count: z.int().nonnegative() })),
  ),
  /** The words that other articles are to be like, for naming them, and where they stand. @throws not-found */
  subject: method(
    z.object({ to: RelatedTo }),
    z.object({
      /** Null for notes that stand alone or belong to a topic. */
      articleId: ArticleId.nullable(),
      /** The article's, or the note's own. */
      title: z.string(),
      /** Their beginning; empty for a whole article. */
      words: z.string(),
    }),
  ),
  /** Other articles that speak of the same thing, the likest first. @throws not-found */
  related: method(z.object({ to: RelatedTo, limit: z.int().min(1).max(50).default(5) }), z.array(Related)),
}
