import type { SearchHit } from '@shared/contract/search'
import { navigate, openArticle } from '../../ui/route'

/** Shows what a result leads to: the passage, the note, or the article that was asked. */
export function openHit(hit: SearchHit): void {
  switch (hit.kind) {
    case 'article':
      return openArticle(hit.articleId, { passage: hit.passage })
    case 'highlight':
    case 'note':
      return openArticle(hit.articleId, { passage: hit.passage, annotationId: hit.annotationId })
    case 'own-note':
      return navigate({ page: 'notes', noteId: hit.noteId })
    case 'answer':
      if (hit.conversationId !== null) return navigate({ page: 'ask', conversationId: hit.conversationId })
      if (hit.articleId !== null) return openArticle(hit.articleId)
      if (hit.topicId === null) return undefined
      return navigate({
        page: 'articles',
        view: { kind: 'topic', topicId: hit.topicId },
        articleId: null,
        passage: null,
        annotationId: null,
      })
  }
}
