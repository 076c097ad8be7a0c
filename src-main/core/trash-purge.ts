import type { AnnotationStore } from './annotations/annotation-store'
import type { ArticleStore } from './articles/article-store'
import type { ConversationStore } from './ask/conversation-store'
import type { QuestionStore } from './ask/question-store'
import type { NoteStore } from './notes/note-store'
import type { SavedSearchStore } from './saved-searches/saved-search-store'
import type { TagStore } from './tags/tag-store'
import type { TopicStore } from './topics/topic-store'

const DAY_MS = 24 * 60 * 60 * 1000
/** How long what was deleted can be taken back: 30 days. */
const KEPT_MS = 30 * DAY_MS
/** A note in which nothing is written by then was never meant. */
const BLANK_MS = DAY_MS
const EVERY_MS = 60 * 60 * 1000

interface TrashPurgeDeps {
  readonly annotations: Pick<AnnotationStore, 'purgeRemoved'>
  readonly articles: Pick<ArticleStore, 'deleteTrashed'>
  readonly conversations: Pick<ConversationStore, 'purgeRemoved'>
  readonly notes: Pick<NoteStore, 'deleteRemoved' | 'purgeBlank'>
  readonly questions: Pick<QuestionStore, 'purgeRemoved'>
  readonly savedSearches: Pick<SavedSearchStore, 'purgeRemoved'>
  readonly tags: Pick<TagStore, 'purgeChanges'>
  readonly topics: Pick<TopicStore, 'purgeRemoved'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Deletes for good what lies in Trash for 30 days, with all that belongs to it. */
export function createTrashPurge({ now, ...stores }: TrashPurgeDeps) {
  const purge = (): void => {
    const before = now() - KEPT_MS
    stores.articles.deleteTrashed(null, before)
    stores.annotations.purgeRemoved(before)
    stores.notes.deleteRemoved(null, before)
    stores.notes.purgeBlank(now() - BLANK_MS)
    stores.questions.purgeRemoved(before)
    stores.conversations.purgeRemoved(before)
    stores.topics.purgeRemoved(before)
    stores.tags.purgeChanges(before)
    stores.savedSearches.purgeRemoved(before)
  }
  return {
    purge,
    /** Purges each hour, for a Lectern that stays open for weeks; answers how to end it. What fails is tried again. */
    start: (): (() => void) => {
      const timer = setInterval(() => {
        try {
          purge()
        } catch {
          // A full disk or a busy library: the next hour or the next start does it.
        }
      }, EVERY_MS)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
