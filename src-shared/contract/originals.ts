import { z } from 'zod'
import { ArticleId, SnapshotId } from '../domain/ids'
import { method } from './define'

/** An element of an original: its place among the elements of its parent, from the content root down. */
export const ElementPath = z.array(z.int().nonnegative()).max(1000)
export type ElementPath = z.infer<typeof ElementPath>

/** The whole page that an article was found on, as it was saved. */
export const originals = {
  /**
   * The page, cleaned: all that stands on it, without what can run. Hosts serve it inside a document without scripts. Made anew
   * from the bytes that were saved; nothing is fetched. @throws not-found, too-large, timed-out
   */
  html: method(
    z.object({ snapshotId: SnapshotId }),
    z.object({
      html: z.string(),
      language: z.string().nullable(),
      direction: z.enum(['ltr', 'rtl']),
      title: z.string(),
    }),
  ),
  /**
   * Makes a new snapshot of the article out of these parts of its original; highlights move over.
   * @throws not-found, nothing-to-read, too-large, timed-out
   */
  pick: method(
    z.object({ snapshotId: SnapshotId, parts: z.array(ElementPath).min(1).max(10_000) }),
    z.object({
      articleId: ArticleId,
      /** The article's current snapshot now; the same as before when the parts are what it was already. */
      snapshotId: SnapshotId,
      /** Highlights whose words are not among the parts: they keep their words and notes. */
      orphaned: z.int().nonnegative(),
    }),
  ),
  /** Makes an earlier snapshot the text of its article again; highlights move back. @throws not-found */
  goBack: method(z.object({ snapshotId: SnapshotId }), z.object({ articleId: ArticleId, snapshotId: SnapshotId })),
}
