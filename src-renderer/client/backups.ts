import { useMutation, useQuery } from '@tanstack/react-query'
import type { BackupSource } from '@shared/contract/backups'
import { useClient } from './client'

/** The library's backups, newest first, and why the last one by the clock was not made. */
export function useBackups() {
  const client = useClient()
  return useQuery({ queryKey: ['backups', 'list'], queryFn: () => client.backups.list() })
}

/** What is inside a backup and what restoring it would change; null asks nothing. */
export function useBackupContents(source: BackupSource | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['backups', 'look', source],
    queryFn: () => (source === null ? null : client.backups.look(source)),
    enabled: source !== null,
    retry: false,
    // It tells a backup from the library of this moment.
    gcTime: 0,
  })
}

export function useMakeBackup() {
  const client = useClient()
  return useMutation({ mutationFn: () => client.backups.make() })
}

export function useRestoreBackup() {
  const client = useClient()
  return useMutation({ mutationFn: (source: BackupSource) => client.backups.restore(source) })
}

export function usePackLibrary() {
  const client = useClient()
  return useMutation({ mutationFn: (folder: string) => client.backups.pack({ folder }) })
}

export function useMoveLibrary() {
  const client = useClient()
  return useMutation({ mutationFn: (folder: string) => client.backups.move({ folder }) })
}

export function useCheckLibrary() {
  const client = useClient()
  return useMutation({ mutationFn: () => client.backups.check() })
}

export function useRepairLibrary() {
  const client = useClient()
  return useMutation({ mutationFn: () => client.backups.repair() })
}
