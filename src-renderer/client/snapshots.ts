import { useQuery } from '@tanstack/react-query'
import type { SnapshotId } from '@shared/domain/ids'
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
