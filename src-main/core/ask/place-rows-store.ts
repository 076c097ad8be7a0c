import { z } from 'zod'
import type { ConversationPlace } from '@shared/contract/ask'
import { ArticleId, TopicId } from '@shared/domain/ids'

/** The columns of a conversation, `c`, that say where it belongs. */
export const PLACE_COLUMNS = 'c.article_id AS articleId, c.topic_id AS topicId'

export const PlaceRow = z.object({ articleId: ArticleId.nullable(), topicId: TopicId.nullable() })

/**
 * Condition on a conversation, `c`: it is of the place that `placeArguments` names, and neither it nor its article or topic was
 * removed.
 */
export const STANDS = `c.removed_at IS NULL
  AND (@kind IS NULL OR @kind = CASE WHEN c.article_id IS NOT NULL THEN 'article' WHEN c.topic_id IS NOT NULL THEN 'topic' ELSE 'library' END)
  AND (@article IS NULL OR c.article_id = @article) AND (@topic IS NULL OR c.topic_id = @topic)
  AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = c.article_id AND a.trashed_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM topics t WHERE t.id = c.topic_id AND t.removed_at IS NOT NULL)`

/** What `STANDS` is asked with; null for conversations of every place. */
export function placeArguments(place: ConversationPlace | null) {
  return {
    kind: place?.kind ?? null,
    article: place?.kind === 'article' ? place.articleId : null,
    topic: place?.kind === 'topic' ? place.topicId : null,
  }
}

export function placeOf({ articleId, topicId }: z.infer<typeof PlaceRow>): ConversationPlace {
  if (articleId !== null) return { kind: 'article', articleId }
  return topicId === null ? { kind: 'library' } : { kind: 'topic', topicId }
}
