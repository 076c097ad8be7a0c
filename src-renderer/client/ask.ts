import { useMutation, useQuery } from '@tanstack/react-query'
import type { Question } from '@shared/contract/ask'
import type { ArticleId } from '@shared/domain/ids'
import { useClient } from './client'

/** An article's conversation, oldest question first. */
export function useQuestions(articleId: ArticleId) {
  const client = useClient()
  return useQuery({ queryKey: ['ask', 'list', { articleId }], queryFn: () => client.ask.list({ articleId }) })
}

/** Questions that the article suggests itself. */
export function useSuggestions(articleId: ArticleId, isWanted: boolean) {
  const client = useClient()
  return useQuery({
    queryKey: ['ask', 'suggest', { articleId }],
    queryFn: () => client.ask.suggest({ articleId }),
    enabled: isWanted,
    staleTime: Infinity,
  })
}

/** Asks in an article's conversation. */
export function useAsk(articleId: ArticleId) {
  const client = useClient()
  return useMutation({
    mutationFn: ({ text, scope }: Pick<Question, 'text' | 'scope'>) => client.ask.question({ articleId, text, scope }),
  })
}
