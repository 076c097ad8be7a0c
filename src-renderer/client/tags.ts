import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TagInUse } from '@shared/contract/tags'
import type { Tag } from '@shared/domain/tag'
import { useClient } from './client'

const NONE: readonly TagInUse[] = []

/** Tags in use and those that they are nested in, by name. */
export function useTags(): readonly TagInUse[] {
  const client = useClient()
  return useQuery({ queryKey: ['tags', 'list'], queryFn: () => client.tags.list() }).data ?? NONE
}

/** The names of the tags in use, those that most things carry first. */
export function useKnownTags(): readonly Tag[] {
  const tags = useTags()
  return useMemo(() => {
    const weight = ({ articles, annotations, notes }: TagInUse) => articles + annotations + notes
    return tags.toSorted((a, b) => weight(b) - weight(a)).map(({ tag }) => tag)
  }, [tags])
}

/** Tags that were removed and can be brought back, latest first. */
export function useRemovedTags() {
  const client = useClient()
  return useQuery({ queryKey: ['tags', 'removed'], queryFn: () => client.tags.removed() })
}
