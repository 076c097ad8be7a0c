import { z } from 'zod'
import {
  AnnotationId,
  ArticleId,
  ConversationId,
  ImportId,
  MigrationId,
  NoteId,
  QuestionId,
  TopicId,
} from '../domain/ids'
import { Written } from './ask'

/** What the backend tells every window: what changed, never what to do. */
export const LecternEvent = z.discriminatedUnion('name', [
  z.object({ name: z.literal('articles.changed'), ids: z.array(ArticleId) }),
  z.object({ name: z.literal('annotations.changed'), articleIds: z.array(ArticleId), ids: z.array(AnnotationId) }),
  /** Notes that stand alone or belong to a topic were made, changed, moved or removed. */
  z.object({ name: z.literal('notes.changed'), ids: z.array(NoteId) }),
  /** Conversations were asked, renamed, removed or restored. */
  z.object({ name: z.literal('conversations.changed'), ids: z.array(ConversationId) }),
  /** A local model writes: what is checked so far, and whole words of the sentence that is not finished. */
  z.object({ name: z.literal('answer.written'), questionId: QuestionId, written: Written, tail: z.string() }),
  /** Topics were made, renamed, moved or removed, or their articles or the order of these changed. */
  z.object({ name: z.literal('topics.changed'), ids: z.array(TopicId) }),
  /** A tag was renamed, merged, removed, brought back or coloured. */
  z.object({ name: z.literal('tags.changed') }),
  /** A backup was made, or one by the clock could not be. */
  z.object({ name: z.literal('backups.changed') }),
  /** Highlights of a daily review were looked at, or are shown more or less often. */
  z.object({ name: z.literal('review.changed') }),
  /** A saved search was made, changed, moved or removed. */
  z.object({ name: z.literal('savedSearches.changed') }),
  z.object({ name: z.literal('imports.changed'), importId: ImportId }),
  /** What another reader kept is being brought in, or is in. */
  z.object({ name: z.literal('migrating.changed'), migrationId: MigrationId }),
  z.object({ name: z.literal('settings.changed') }),
  /** The folder of exported files was brought up to date, or that failed. */
  z.object({ name: z.literal('sync.changed') }),
  /** An archive was added or taken away, or pages of one became articles. */
  z.object({ name: z.literal('archives.changed') }),
  /** The backend was started again after it ended unexpectedly; everything shown may be stale. */
  z.object({ name: z.literal('backend.restarted') }),
  /** The window hears events from now on, perhaps again; what changed before is unknown. */
  z.object({ name: z.literal('host.connected') }),
  /** The host asks the window to show an article, such as one opened from outside, at a highlight when one is named. */
  z.object({
    name: z.literal('host.showArticle'),
    id: ArticleId,
    annotationId: AnnotationId.nullable(),
    /** A passage of it, where one is named: UTF-16 offsets. */
    passage: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).optional(),
  }),
  /** A command of the application menu, by its id. */
  z.object({ name: z.literal('host.command'), command: z.string() }),
])
export type LecternEvent = z.infer<typeof LecternEvent>
