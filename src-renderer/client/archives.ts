import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ArchiveId, ArticleId } from '@shared/domain/ids'
import { useClient } from './client'

/** Titles of a part of the list. */
const PAGE = 200
const FOUND_AT_ONCE = 60

/** The archives that the library knows. */
export function useArchives() {
  const client = useClient()
  return useQuery({ queryKey: ['archives', 'list'], queryFn: () => client.archives.list() })
}

/** Titles of an archive, part by part: all in their order, or those that hold the words. */
export function useArchiveTitles(id: ArchiveId, text: string) {
  const client = useClient()
  const words = text.trim()
  return useInfiniteQuery({
    queryKey: ['archives', words === '' ? 'titles' : 'search', { id, text: words }],
    queryFn: ({ pageParam }) =>
      words === ''
        ? client.archives.titles({ id, prefix: '', offset: pageParam, limit: PAGE })
        : client.archives.search({ id, text: words, from: pageParam, limit: FOUND_AT_ONCE }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    gcTime: 60_000,
  })
}

/** What is known of an entry; `path` null for the page to begin with. */
export function useArchiveEntry(id: ArchiveId, path: string | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['archives', 'entry', { id, path }],
    queryFn: () => client.archives.entry({ id, path }),
    gcTime: 60_000,
  })
}

/** The articles that pages of an archive became, by path. */
export function useArchiveMarks(id: ArchiveId): ReadonlyMap<string, ArticleId> {
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['archives', 'marks', { id }],
    queryFn: () => client.archives.marks({ id }),
    select: (marks) => new Map(marks.map(({ path, articleId }) => [path, articleId])),
  })
  return data ?? NONE
}

const NONE: ReadonlyMap<string, ArticleId> = new Map()

/** The article that the library has from an address; idle while there is none. */
export function useArticleAt(url: string | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['articles', 'findByUrl', { url }],
    queryFn: url === null ? skipToken : () => client.articles.findByUrl({ url }),
  })
}
