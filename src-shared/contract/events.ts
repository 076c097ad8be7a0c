import { z } from 'zod'
import { AnnotationId, ArticleId, ImportId } from '../domain/ids'

/** What the backend tells every window: what changed, never what to do. */
export const LecternEvent = z.discriminatedUnion('name', [
  z.object({ name: z.literal('articles.changed'), ids: z.array(ArticleId) }),
  z.object({ name: z.literal('annotations.changed'), articleIds: z.array(ArticleId), ids: z.array(AnnotationId) }),
  z.object({ name: z.literal('questions.changed'), articleId: ArticleId }),
  z.object({ name: z.literal('imports.changed'), importId: ImportId }),
  z.object({ name: z.literal('settings.changed') }),
  /** An archive was added or taken away, or pages of one became articles. */
  z.object({ name: z.literal('archives.changed') }),
  /** The backend was started again after it ended unexpectedly; everything shown may be stale. */
  z.object({ name: z.literal('backend.restarted') }),
  /** The window hears events from now on, perhaps again; what changed before is unknown. */
  z.object({ name: z.literal('host.connected') }),
  /** The host asks the window to show an article, such as one opened from outside, at a highlight when one is named. */
  z.object({ name: z.literal('host.showArticle'), id: ArticleId, annotationId: AnnotationId.nullable() }),
  /** A command of the application menu, by its id. */
  z.object({ name: z.literal('host.command'), command: z.string() }),
])
export type LecternEvent = z.infer<typeof LecternEvent>
