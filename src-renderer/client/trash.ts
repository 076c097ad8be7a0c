import { useQuery } from '@tanstack/react-query'
import { useClient } from './client'

/** Highlights and article notes that were removed, latest first, and how many there are. */
export function useRemovedAnnotations() {
  const client = useClient()
  return useQuery({ queryKey: ['annotations', 'removed'], queryFn: () => client.annotations.removed({}) })
}

/** Saved searches that were removed, latest first. */
export function useRemovedSearches() {
  const client = useClient()
  return useQuery({ queryKey: ['savedSearches', 'removed'], queryFn: () => client.savedSearches.removed() })
}

/** Questions that were removed from conversations that stand, latest first. */
export function useRemovedQuestions() {
  const client = useClient()
  return useQuery({ queryKey: ['conversations', 'removedQuestions'], queryFn: () => client.ask.removed() })
}
