import { useQuery } from '@tanstack/react-query'
import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { useClient } from './client'

/** What is known about a snapshot: outline, facts, references, licence, where it came from. Never changes. */
export function useSnapshot(id: SnapshotId | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['snapshots', 'get', { id }],
    queryFn: () => (id ? client.snapshots.get({ id }) : null),
    staleTime: Infinity,
    enabled: id !== null,
  })
}

/** Every version of an article, newest first. */
export function useVersions(articleId: ArticleId) {
  const client = useClient()
  return useQuery({
    queryKey: ['snapshots', 'list', { articleId }],
    queryFn: () => client.snapshots.list({ articleId }),
  })
}

/** Some of a version's text, once it is asked for. */
export function useVersionText(id: SnapshotId, start: number, end: number, isWanted: boolean) {
  const client = useClient()
  return useQuery({
    queryKey: ['snapshots', 'text', { id, start, end }],
    queryFn: () => client.snapshots.text({ id, start, end }),
    enabled: isWanted,
    gcTime: 0,
  })
}

/** What changed from one version to another. Versions never change, so neither does this. */
export function useComparison(from: SnapshotId, to: SnapshotId) {
  const client = useClient()
  return useQuery({
    queryKey: ['snapshots', 'compare', { from, to }],
    queryFn: () => client.snapshots.compare({ from, to }),
    gcTime: 0,
  })
}
