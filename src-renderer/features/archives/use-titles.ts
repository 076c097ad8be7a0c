import { useEffect } from 'react'
import type { ArchiveId } from '@shared/domain/ids'
import { useArchiveTitles } from '../../client/archives'

/** A search goes on by itself until so many are found, and over so many calls of a fraction of a second each. */
const ENOUGH = 40
const MOST_CALLS = 24

/** The titles to show: the archive's own order, or what holds the words, looked for a little further at a time. */
export function useTitles(id: ArchiveId, text: string) {
  const { data, error, hasNextPage, isFetchingNextPage, isPending, fetchNextPage } = useArchiveTitles(id, text)
  const titles = data?.pages.flatMap((page) => page.titles) ?? []
  const calls = data?.pages.length ?? 0
  const isSearch = text.trim() !== ''
  const goesOn = isSearch && hasNextPage && titles.length < ENOUGH && calls % MOST_CALLS !== 0

  useEffect(() => {
    if (goesOn && !isFetchingNextPage && !error) void fetchNextPage()
  }, [goesOn, isFetchingNextPage, error, fetchNextPage, calls])

  return {
    titles,
    error,
    isKnown: !isPending,
    /** How much of the archive has been looked through, from 0 to 1. */
    share: data?.pages.at(-1)?.share ?? 0,
    isLooking: isPending || (isSearch && (goesOn || isFetchingNextPage)),
    /** Goes on; null at the end. */
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
  }
}
