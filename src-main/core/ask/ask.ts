import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import type { AskScope, ConversationPlace, Question } from '@shared/contract/ask'
import { LecternError } from '@shared/contract/errors'
import type { Article } from '@shared/domain/article'
import { ConversationId, QuestionId, type ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Snapshot } from '@shared/domain/snapshot'
import type { Emit } from '../events'
import { answerQuestion } from './answer'
import { indexedAnswer, type AnswerIndex } from './answer-index'
import type { AskStore } from './ask-store'
import type { ConversationStore } from './conversation-store'
import type { Writer } from './model/writer'
import type { QuestionStore } from './question-store'
import { suggest } from './suggest'

export interface AskDeps {
  readonly store: AskStore
  readonly conversations: ConversationStore
  readonly questions: QuestionStore
  readonly index: AnswerIndex
  readonly writer: Writer
  readonly articles: { get(id: ArticleId): Article | undefined }
  readonly snapshots: { get(id: SnapshotId): Snapshot | undefined }
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `ask`. */
export function askHandlers(deps: AskDeps): Handlers['ask'] {
  const { store, conversations, questions, index, writer, articles, snapshots, emit, now } = deps
  const changed = (id: ConversationId): void => emit({ name: 'conversations.changed', ids: [id] })
  const titleOf = (place: ConversationPlace): string => {
    const title = conversations.placeTitle(place)
    if (title === undefined) throw gone(place.kind)
    return title
  }
  /** The words that were selected; checks that what is asked is there. */
  const reach = (scope: AskScope): string | null => {
    if (scope.kind !== 'selection') {
      titleOf(scope)
      return null
    }
    const selected = conversations.textOf(scope)
    if (selected === undefined) throw gone(scope.kind)
    return selected
  }
  /** Answers, and has a model write beside it; the question is stored by `keep` in between. */
  const answer = (
    question: Omit<Question, 'answer' | 'written'>,
    place: ConversationPlace,
    asksAgain: boolean,
    keep: (asked: Question) => void,
  ) => {
    const earlier = questions.textBefore(question.conversationId, asksAgain ? question.id : null)
    // The first question may speak of "it", too: of the article or the topic.
    const before = earlier ?? (place.kind === 'library' ? null : titleOf(place))
    const asked = answerQuestion(store, question.text, question.scope, before)
    const whole = { ...question, answer: asked.answer, written: null }
    const job = writer.begin(whole, asked.passages, earlier)
    const kept: Question = { ...whole, written: job?.written ?? null }
    conversations.together(() => {
      keep(kept)
      const conversation = conversations.get(kept.conversationId)
      if (conversation !== undefined) index.putAnswer(indexedAnswer(kept, conversation))
    })
    changed(kept.conversationId)
    job?.run()
    return kept
  }
  const setRemoved = (id: QuestionId, at: number | null): void => {
    writer.stop(id)
    const conversationId = conversations.together(() => {
      const of = questions.setRemoved(id, at)
      const question = questions.get(id)
      const conversation = of && conversations.get(of)
      if (question === undefined || conversation === undefined) index.removeAnswer(id)
      else index.putAnswer(indexedAnswer(question, conversation))
      return of
    })
    if (conversationId === undefined) throw gone('question')
    changed(conversationId)
  }
  return {
    answer: ({ text, scope }) => {
      reach(scope)
      return answerQuestion(store, text, scope).answer
    },
    question: ({ conversationId, place, scope, text }) => {
      titleOf(place)
      const selected = reach(scope)
      if (conversationId !== null && conversations.get(conversationId) === undefined) throw gone('conversation')
      const id = conversationId ?? ConversationId.parse(randomUUID())
      const question = {
        id: QuestionId.parse(randomUUID()),
        conversationId: id,
        scope,
        selected,
        text,
        askedAt: now(),
      }
      return answer(question, place, false, (asked) => {
        if (conversationId === null) conversations.add(id, place, now())
        else conversations.touch(id, now())
        questions.add(asked)
      })
    },
    again: ({ id }) => {
      const question = questions.get(id)
      const conversation = question && conversations.get(question.conversationId)
      if (question === undefined || conversation === undefined) throw gone('question')
      reach(question.scope)
      writer.stop(id)
      return answer(question, conversation.place, true, (asked) => questions.answer(id, asked.answer, asked.written))
    },
    stop: ({ id }) => writer.stop(id),
    remove: ({ id }) => setRemoved(id, now()),
    restore: ({ id }) => setRemoved(id, null),
    removed: () => questions.removed(),
    deleteForever: ({ ids }) => {
      questions.deleteRemoved(ids)
      emit({ name: 'conversations.changed', ids: [] })
    },
    suggest: ({ articleId }) => {
      const article = articles.get(articleId)
      if (article === undefined) throw gone('article')
      const snapshot = snapshots.get(article.snapshotId)
      return snapshot === undefined ? [] : suggest(store, article, snapshot)
    },
  }
}

function gone(what: AskScope['kind'] | 'question' | 'conversation'): LecternError {
  const asked: Record<typeof what, string> = {
    article: 'This article is not in your library any more, so it cannot be asked.',
    topic: 'This topic is not in your library any more, so it cannot be asked.',
    selection: 'The selected words do not stand in this article any more. Select them again and ask once more.',
    library: 'The library cannot be asked.',
    question: 'This question is not in your library any more. Nothing was changed.',
    conversation: 'This conversation is not in your library any more. Begin a new one.',
  }
  return new LecternError('not-found', asked[what])
}
