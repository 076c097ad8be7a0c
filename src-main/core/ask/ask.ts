import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import type { Question } from '@shared/contract/ask'
import { LecternError } from '@shared/contract/errors'
import type { Article } from '@shared/domain/article'
import { QuestionId, type ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Snapshot } from '@shared/domain/snapshot'
import type { Emit } from '../events'
import { answerQuestion } from './answer'
import type { AskStore } from './ask-store'
import type { QuestionStore } from './question-store'
import { suggest } from './suggest'

export interface AskDeps {
  readonly store: AskStore
  readonly questions: QuestionStore
  readonly articles: { get(id: ArticleId): Article | undefined }
  readonly snapshots: { get(id: SnapshotId): Snapshot | undefined }
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `ask`. */
export function askHandlers({ store, questions, articles, snapshots, emit, now }: AskDeps): Handlers['ask'] {
  const find = (id: ArticleId): Article => {
    const article = articles.get(id)
    if (article === undefined) {
      throw new LecternError('not-found', 'This article is not in your library any more, so it cannot be asked.')
    }
    return article
  }
  const setRemoved = (id: QuestionId, at: number | null): void => {
    const articleId = questions.setRemoved(id, at)
    if (articleId === undefined) {
      throw new LecternError('not-found', 'This question is not in your library any more. Nothing was changed.')
    }
    emit({ name: 'questions.changed', articleId })
  }
  return {
    answer: ({ text, scope }) =>
      answerQuestion(store, text, scope.kind === 'article' ? find(scope.articleId).id : null).answer,
    question: ({ articleId, scope, text }) => {
      // The first question may speak of "it", too: of the article.
      const { title } = find(articleId)
      const before = questions.lastText(articleId) ?? title
      const { answer } = answerQuestion(store, text, scope === 'article' ? articleId : null, before)
      const question: Question = { id: QuestionId.parse(randomUUID()), articleId, scope, text, askedAt: now(), answer }
      questions.add(question)
      emit({ name: 'questions.changed', articleId })
      return question
    },
    list: ({ articleId }) => questions.list(articleId),
    remove: ({ id }) => setRemoved(id, now()),
    restore: ({ id }) => setRemoved(id, null),
    suggest: ({ articleId }) => {
      const article = find(articleId)
      const snapshot = snapshots.get(article.snapshotId)
      return snapshot === undefined ? [] : suggest(store, article, snapshot)
    },
  }
}
