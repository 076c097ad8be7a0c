import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AskScope, ConversationPlace, Written } from '@shared/contract/ask'
import type { LecternEvent } from '@shared/contract/events'
import type { ArticleId, ConversationId, QuestionId } from '@shared/domain/ids'
import { useClient, useLecternEvents } from './client'

/** The conversations of a place, or all (null); the one asked last comes first. */
export function useConversations(place: ConversationPlace | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['conversations', 'list', { place }],
    queryFn: () => client.conversations.list({ place }),
  })
}

/** A conversation with its questions. */
export function useConversation(id: ConversationId | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['conversations', 'get', { id }],
    queryFn: () => (id === null ? null : client.conversations.get({ id })),
  })
}

/** The questions of a place, or of all places (null), that found no answer. */
export function useOpenQuestions(place: ConversationPlace | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['conversations', 'open', { place }],
    queryFn: () => client.conversations.open({ place }),
  })
}

/** Conversations in Trash. */
export function useTrashedConversations() {
  const client = useClient()
  return useQuery({ queryKey: ['conversations', 'trashed'], queryFn: () => client.conversations.trashed() })
}

/** Questions that the article suggests itself. */
export function useSuggestions(articleId: ArticleId | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['ask', 'suggest', { articleId }],
    queryFn: () => (articleId === null ? [] : client.ask.suggest({ articleId })),
    staleTime: Infinity,
  })
}

/** Asks in a conversation, in a new one where none is named. */
export function useAsk(place: ConversationPlace) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: { conversationId: ConversationId | null; scope: AskScope; text: string }) =>
      client.ask.question({ ...input, place }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['conversations'] }),
  })
}

/** What a model has written so far, and whole words of the sentence that is not finished. */
export interface Writing {
  readonly written: Written
  readonly tail: string
}

/** What models write, as it comes. */
export function useWriting(): ReadonlyMap<QuestionId, Writing> {
  const [writing, setWriting] = useState<ReadonlyMap<QuestionId, Writing>>(new Map())
  const listen = useCallback((event: LecternEvent) => {
    if (event.name !== 'answer.written') return
    const { questionId, written, tail } = event
    setWriting((now) => new Map(now).set(questionId, { written, tail }))
  }, [])
  useLecternEvents(listen)
  return writing
}
