import { randomBytes } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import type { AskSettings } from '@shared/domain/settings'
import type { Emit } from '../../events'
import { indexedAnswer, indexMissing, type AnswerIndex } from '../answer-index'
import type { ConversationStore } from '../conversation-store'
import type { QuestionStore } from '../question-store'
import { LIMITS } from './chat'
import { modelHandlers } from './models'
import { createDoor } from './server-door'
import { createWriter, type Writer } from './writer'

export interface WritingDeps {
  readonly settings: { get(): { readonly ask: AskSettings } }
  readonly questions: QuestionStore
  readonly conversations: ConversationStore
  readonly index: AnswerIndex
  readonly emit: Emit
}

/** All that has to do with a local model: the one that writes, and the contract's `models`. */
export function createWriting(deps: WritingDeps): { readonly writer: Writer; readonly models: Handlers['models'] } {
  const { settings, questions, conversations, index, emit } = deps
  const door = createDoor()
  indexMissing(deps)
  questions.endWriting('Lectern ended while the model wrote. Ask again for the whole answer.')
  const writer = createWriter({
    settings,
    door,
    limits: LIMITS,
    fence: () => randomBytes(6).toString('hex'),
    keep: (question) => {
      const conversation = conversations.get(question.conversationId)
      if (question.written === null || questions.get(question.id) === undefined) return
      questions.setWritten(question.id, question.written)
      if (conversation !== undefined) index.putAnswer(indexedAnswer(question, conversation))
      emit({ name: 'conversations.changed', ids: [question.conversationId] })
    },
    emit,
  })
  return { writer, models: modelHandlers({ settings, door, limits: LIMITS }) }
}
