import type { SearchHit } from '@shared/contract/search'
import { navigate, openArticle } from './route'

type AnswerHit = Extract<SearchHit, { kind: 'answer' }>

/** Shows what a result leads to: the passage, the note, or the question in its conversation. */
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
      return openAnswer(hit)
  }
}

/** Shows a question where it was asked: beside its article, on its topic's page, or among those of the library. */
function openAnswer({ questionId, conversationId, articleId, topicId }: AnswerHit): void {
  const asked = conversationId && { conversationId, questionId }
  if (articleId !== null) return openArticle(articleId, { asked })
  if (topicId !== null) {
    return navigate({
      page: 'articles',
      view: { kind: 'topic', topicId },
      articleId: null,
      passage: null,
      annotationId: null,
      tab: 'questions',
      ...(asked ? { asked } : {}),
    })
  }
  return navigate({ page: 'ask', conversationId, questionId })
}
