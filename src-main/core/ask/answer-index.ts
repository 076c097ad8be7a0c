import type { Question } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'
import type { ArticleId, ConversationId, QuestionId, TopicId } from '@shared/domain/ids'

import type { ConversationStore } from './conversation-store'
import type { QuestionStore } from './question-store'

/** What the search index is told of a question and its answer. */
export interface IndexedAnswer {
  readonly questionId: QuestionId
  readonly conversationId: ConversationId
  readonly articleId: ArticleId | null
  readonly topicId: TopicId | null
  readonly question: string
  readonly answer: string
  readonly writtenAt: number
}

/** The part of the search index that follows answers. */
export interface AnswerIndex {
  putAnswer(answer: IndexedAnswer): void
  removeAnswer(id: QuestionId): void
}

/** What search finds of an answer: what a model wrote and the library bears out, then the words that are cited. */
export function indexedAnswer(question: Question, { place }: Pick<Conversation, 'place'>): IndexedAnswer {
  const { answer, written } = question
  const sentences = written?.sentences.filter(({ support }) => support === 'supported').map(({ text }) => text) ?? []
  const quotes = answer.citations.slice(0, answer.state === 'answer' ? 1 : 3).map(({ quote }) => quote)
  return {
    questionId: question.id,
    conversationId: question.conversationId,
    articleId: place.kind === 'article' ? place.articleId : null,
    topicId: place.kind === 'topic' ? place.topicId : null,
    question: question.text,
    answer: [...sentences, ...quotes].join('\n'),
    writtenAt: question.askedAt,
  }
}

/** Makes answers findable that were given before search knew any. */
export function indexMissing({ questions, conversations, index }: MissingDeps): void {
  const missing = questions.unindexed()
  if (missing.length === 0) return
  conversations.together(() => {
    for (const id of missing) {
      const question = questions.get(id)
      const conversation = question && conversations.get(question.conversationId)
      if (question !== undefined && conversation !== undefined) index.putAnswer(indexedAnswer(question, conversation))
    }
  })
}

interface MissingDeps {
  readonly questions: QuestionStore
  readonly conversations: ConversationStore
  readonly index: AnswerIndex
}
