import { useMutation, useQuery } from '@tanstack/react-query'
import type { MigrationId } from '@shared/domain/ids'
import type { ArticleId } from '@shared/domain/ids'
import type { PickedFile } from '../ui/dialogs/dialogs'
import { useClient } from './client'

/** Sends files and tells what they would bring; nothing is written. */
export function useLookAtFiles() {
  const client = useClient()
  return useMutation({
    mutationFn: async (files: readonly PickedFile[]) => {
      const migrationId = await client.migrating.begin()
      for (const { path, file } of files) {
        await client.migrating.add({ migrationId, path, bytes: new Uint8Array(await file.arrayBuffer()) })
      }
      return { migrationId, plan: await client.migrating.look({ migrationId }) }
    },
  })
}

/** How far bringing in is. */
export function useMigration(migrationId: MigrationId | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['migrating', 'get', { migrationId }],
    queryFn: () => (migrationId === null ? null : client.migrating.get({ migrationId })),
    enabled: migrationId !== null,
  })
}

/** How many articles are known by their address alone. */
export function useNotFetched() {
  const client = useClient()
  return useQuery({ queryKey: ['migrating', 'notFetched'], queryFn: () => client.migrating.notFetched() })
}

/** Fetches articles that are known by their address alone; null for all of them. */
export function useFetchArticles() {
  const client = useClient()
  return useMutation({ mutationFn: (articleIds: ArticleId[] | null) => client.migrating.fetch({ articleIds }) })
}
