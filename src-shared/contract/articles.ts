import { z } from 'zod'
import { Article, Progress, ReadingStatus } from '../domain/article'
import { ArticleId, SnapshotId, TopicId } from '../domain/ids'
import { MAX_IDS } from '../domain/limits'
import { Tag } from '../domain/tag'
import { method } from './define'

/** Which articles a list shows. */
export const ArticleView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('status'), status: ReadingStatus }),
  z.object({ kind: z.literal('favourites') }),
  /** Articles that carry the tag or one nested in it, themselves or in their highlights and notes. */
  z.object({ kind: z.literal('tag'), tag: Tag }),
  /** A topic's own articles, without those of nested topics. */
  z.object({ kind: z.literal('topic'), topicId: TopicId }),
  z.object({ kind: z.literal('trash') }),
])
export type ArticleView = z.infer<typeof ArticleView>

/** `manual` is the order of a topic; other lists take it as `added`. */
export const ArticleSort = z.enum(['manual', 'added', 'opened', 'published', 'title', 'length'])
export type ArticleSort = z.infer<typeof ArticleSort>

export const ListArticles = z.object({
  view: ArticleView,
  sort: ArticleSort,
  /** Keeps the articles whose title, byline or site holds these words. */
  filter: z.string().max(200).default(''),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(100),
})

/** How many articles and highlights there are; `trash` has articles only, since highlights, notes and more wait there too. */
export const Counts = z.object({
  inbox: z.int(),
  reading: z.int(),
  archive: z.int(),
  favourites: z.int(),
  trash: z.int(),
  highlights: z.int(),
})
export type Counts = z.infer<typeof Counts>

const Ids = z.object({ ids: z.array(ArticleId).min(1).max(MAX_IDS) })

export const articles = {
  /** One page of a list, with how many there are in all. */
  list: method(ListArticles, z.object({ total: z.int().nonnegative(), articles: z.array(Article) })),
  /** The ids of a whole list in its order, for selecting all and for stepping to the next. */
  ids: method(ListArticles.omit({ offset: true, limit: true }), z.array(ArticleId)),
  /** @throws not-found */
  get: method(z.object({ id: ArticleId }), Article),
  /** Those of these articles that exist, in the order asked for. */
  many: method(Ids, z.array(Article)),
  counts: method(z.void(), Counts),
  /** Changes what is given of all of these articles, or of none. @throws not-found */
  update: method(
    Ids.extend({
      change: z.object({
        title: z.string().trim().min(1).max(1000).optional(),
        status: ReadingStatus.optional(),
        favourite: z.boolean().optional(),
        addTags: z.array(Tag).optional(),
        removeTags: z.array(Tag).optional(),
      }),
    }),
    z.void(),
  ),
  /** Says that an article was opened now. */
  opened: method(z.object({ id: ArticleId }), z.void()),
  /** Saves how far a person has read; the first scroll moves an article from Inbox to Reading. */
  saveProgress: method(z.object({ id: ArticleId, snapshotId: SnapshotId, progress: Progress }), z.void()),
  /** Moves articles to Trash, with all that belongs to them. */
  trash: method(Ids, z.void()),
  /** Takes articles back out of Trash. @throws not-found for those that were deleted for good since; the others are back */
  restore: method(Ids, z.void()),
  /** Deletes articles that are in Trash, for good. */
  deleteForever: method(Ids, z.void()),
  emptyTrash: method(z.void(), z.void()),
  /** The article that was saved from this address, if the library has it. Fragments and a trailing slash do not count. */
  findByUrl: method(z.object({ url: z.string().max(4096) }), ArticleId.nullable()),
}
