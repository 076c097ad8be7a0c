import type { Handlers } from '@shared/contract'
import type { Conversation } from '@shared/contract/conversations'
import { LecternError } from '@shared/contract/errors'
import type { ConversationId } from '@shared/domain/ids'
import type { Emit } from '../events'
import { indexedAnswer, type AnswerIndex } from './answer-index'
import { conversationMarkdown, markdownName } from './conversation-markdown'
import type { ConversationStore } from './conversation-store'
import type { QuestionStore } from './question-store'

export interface ConversationsDeps {
  readonly conversations: ConversationStore
  readonly questions: QuestionStore
  readonly index: AnswerIndex
  /** Ends what a model writes in a conversation that goes. */
  readonly stopWriting: (id: ConversationId) => void
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `conversations`. */
export function conversationHandlers(deps: ConversationsDeps): Handlers['conversations'] {
  const { conversations, questions, index, stopWriting, emit, now } = deps
  const changed = (...ids: ConversationId[]): void => emit({ name: 'conversations.changed', ids })
  const find = (id: ConversationId): Conversation => {
    const conversation = conversations.get(id)
    if (conversation === undefined) throw gone()
    return conversation
  }
  return {
    list: ({ place }) => conversations.list(place),
    get: ({ id }) => ({ conversation: find(id), questions: questions.list(id) }),
    rename: ({ id, title }) => {
      if (!conversations.rename(id, title)) throw gone()
      changed(id)
    },
    remove: ({ id }) => {
      find(id)
      stopWriting(id)
      conversations.together(() => {
        conversations.setRemoved(id, now())
        for (const question of questions.list(id)) index.removeAnswer(question.id)
      })
      changed(id)
    },
    restore: ({ id }) => {
      conversations.together(() => {
        if (!conversations.setRemoved(id, null)) throw gone()
        const conversation = find(id)
        for (const question of questions.list(id)) index.putAnswer(indexedAnswer(question, conversation))
      })
      changed(id)
    },
    trashed: () => conversations.trashed(),
    deleteForever: ({ ids }) => changed(...conversations.deleteRemoved(ids)),
    export: ({ id }) => {
      const conversation = find(id)
      return {
        fileName: markdownName(conversation.title),
        text: conversationMarkdown(conversation, questions.list(id)),
      }
    },
    open: ({ place, limit }) => questions.open(place, limit),
  }
}

const gone = (): LecternError =>
  new LecternError('not-found', 'This conversation is not in your library any more. Nothing was changed.')
