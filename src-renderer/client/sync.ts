import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { ExportFlavour, OwnTemplates } from '@shared/domain/exporting'
import { useClient } from './client'

/** The latest runs that changed something or failed, newest first. */
export function useSyncLog() {
  const client = useClient()
  return useQuery({ queryKey: ['sync', 'log'], queryFn: () => client.sync.log() })
}

/** Brings the folder up to date, or tells what that would do. */
export function useRunSync() {
  const client = useClient()
  return useMutation({
    mutationFn: ({ dryRun, restore = false }: { dryRun: boolean; restore?: boolean }) =>
      client.sync.run({ dryRun, restore }),
  })
}

/** What is known of a folder on this computer. */
export function useCheckFolder() {
  const client = useClient()
  return useMutation({ mutationFn: (path: string) => client.sync.checkFolder({ path }) })
}

/** A flavour's own templates. */
export function useTemplateDefaults(flavour: ExportFlavour) {
  const client = useClient()
  return useQuery({
    queryKey: ['sync', 'defaults', { flavour }],
    queryFn: () => client.sync.defaults({ flavour }),
    staleTime: Infinity,
  })
}

/** An article as templates write it; the last text stays while a new one comes. */
export function useTemplatePreview(flavour: ExportFlavour, templates: OwnTemplates) {
  const client = useClient()
  return useQuery({
    queryKey: ['sync', 'preview', { flavour, templates }],
    queryFn: () => client.sync.preview({ flavour, templates, articleId: null }),
    placeholderData: keepPreviousData,
  })
}
