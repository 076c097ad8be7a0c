import { useState } from 'react'
import type { AskScope, ConversationPlace, Question } from '@shared/contract/ask'
import type { ConversationId, QuestionId } from '@shared/domain/ids'
import { useAsk, useConversation, useConversations, useWriting, type Writing } from '../../client/ask'
import { useClient } from '../../client/client'
import { reportError } from '../../ui/undo/perform'

const NO_QUESTIONS: readonly Question[] = []

/** A conversation that is shown: its questions, the words that are being written, and the ways to ask. */
export function useThread(place: ConversationPlace, wanted: ConversationId | 'new' | null) {
  const client = useClient()
  const list = useConversations(place)
  const id = wanted === 'new' ? null : (wanted ?? list.data?.[0]?.id ?? null)
  const one = useConversation(id)
  const ask = useAsk(place)
  const live = useWriting()
  const [text, setText] = useState('')
  const [again, setAgain] = useState<{ readonly id: QuestionId; readonly error: string | null } | null>(null)
  const questions = (id === null ? null : one.data?.questions) ?? NO_QUESTIONS
  const writingOf = (question: Question): Writing | null => {
    const { written } = question
    if (written === null) return null
    const now = live.get(question.id)
    // What is stored is newer than the last event once it is finished.
    return written.state === 'writing' && now ? now : { written, tail: '' }
  }
  const newest = questions.at(-1)
  return {
    id,
    conversation: id === null ? null : (one.data?.conversation ?? null),
    conversations: list.data ?? [],
    questions,
    isRead: list.isSuccess && (id === null || one.isSuccess),
    problem: list.error ?? one.error,
    readAgain: () => void list.refetch().then(() => one.refetch()),
    text,
    setText,
    isAsking: ask.isPending || again?.error === null,
    /** Whether something was asked since the conversation was opened. */
    hasAsked: !ask.isIdle,
    failure: ask.isError ? ask.error.message : (again?.error ?? null),
    newest: newest ?? null,
    writingOf,
    isWriting: questions.some((question) => writingOf(question)?.written.state === 'writing'),
    send: (words: string, scope: AskScope, then: (question: Question) => void) => {
      if (words.trim() === '' || ask.isPending) return
      setAgain(null)
      ask.mutate(
        { conversationId: id, scope, text: words.trim() },
        {
          onSuccess: (question) => {
            setText((now) => (now === words ? '' : now))
            then(question)
          },
        },
      )
    },
    askAgain: (question: Question) => {
      setAgain({ id: question.id, error: null })
      client.ask.again({ id: question.id }).then(
        () => setAgain(null),
        (error: unknown) =>
          setAgain({ id: question.id, error: error instanceof Error ? error.message : String(error) }),
      )
    },
    stop: () => {
      for (const question of questions) {
        if (writingOf(question)?.written.state === 'writing')
          void client.ask.stop({ id: question.id }).catch(reportError)
      }
    },
  }
}

export type ThreadState = ReturnType<typeof useThread>
