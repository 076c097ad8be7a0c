import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ArticleSort, ArticleView } from '@shared/contract/articles'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import { useClient } from './client'

/** What a list of articles shows, and in which order. */
export interface ArticleListInput {
  view: ArticleView
  sort: ArticleSort
  filter: string
}

/** How many articles a page of a list holds. */
const PAGE_SIZE = 100

/** One article; idle while `id` is null. */
export function useArticle(id: ArticleId | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['articles', 'get', { id }],
    queryFn: id === null ? () => null : () => client.articles.get({ id }),
    enabled: id !== null,
  })
}

/** How many articles and highlights there are of each kind. */
export function useCounts() {
  const client = useClient()
  return useQuery({ queryKey: ['articles', 'counts'], queryFn: () => client.articles.counts() })
}

/** The ids of a whole list in its order. */
export function useArticleIds(input: ArticleListInput) {
  const client = useClient()
  return useQuery({
    queryKey: ['articles', 'ids', input],
    queryFn: () => client.articles.ids(input),
    placeholderData: (before, query) =>
      // Another view starts empty; another order or filter of the same view keeps what was shown until the new is here.
      query && JSON.stringify(query.queryKey[2]).includes(JSON.stringify(input.view)) ? before : undefined,
  })
}

/** The articles of a list that stand at `first` to `last`, by id, fetched a page at a time. */
export function useArticlesInRange(
  input: ArticleListInput,
  first: number,
  last: number,
): ReadonlyMap<ArticleId, Article> {
  const client = useClient()
  const from = Math.floor(first / PAGE_SIZE)
  const to = Math.floor(Math.max(first, last) / PAGE_SIZE)
  return useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, index) => {
      const page = { ...input, offset: (from + index) * PAGE_SIZE, limit: PAGE_SIZE }
      return {
        queryKey: ['articles', 'list', page],
        queryFn: () => client.articles.list(page),
        placeholderData: keepPreviousData,
      }
    }),
    combine: combinePages,
  })
}

function combinePages(results: readonly { data?: { articles: Article[] } | undefined }[]) {
  return new Map(results.flatMap(({ data }) => data?.articles ?? []).map((article) => [article.id, article]))
}

/** Reads articles by id, however many, such as those that were selected beyond what is on screen. */
export function useReadArticles() {
  const client = useClient()
  return useCallback(
    async (ids: readonly ArticleId[]): Promise<Article[]> =>
      ids.length === 0 ? [] : client.articles.many({ ids: [...ids] }),
    [client],
  )
}
