import { useQuery } from '@tanstack/react-query'
import type { TagInUse } from '@shared/contract/tags'
import { useClient } from './client'

const NONE: readonly TagInUse[] = []

/** Tags in use and those that they are nested in, by name. */
export function useTags(): readonly TagInUse[] {
  const client = useClient()
  return useQuery({ queryKey: ['tags', 'list'], queryFn: () => client.tags.list() }).data ?? NONE
}

/** Tags that were removed and can be brought back, latest first. */
export function useRemovedTags() {
  const client = useClient()
  return useQuery({ queryKey: ['tags', 'removed'], queryFn: () => client.tags.removed() })
}
