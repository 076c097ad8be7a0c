import { useArchives } from '../../client/archives'
import { EmptyState } from '../../ui/layout/EmptyState'
import type { Route } from '../../ui/places/route'
import { ArchiveList } from './ArchiveList'
import { ArchiveView } from './ArchiveView'

interface ArchivesPageProps {
  route: Extract<Route, { page: 'archives' }>
  onShowSidebar: (() => void) | null
}

/** The library's ZIM archives, or one of them. */
export function ArchivesPage({ route, onShowSidebar }: ArchivesPageProps) {
  const { data: archives, error } = useArchives()
  const archive = archives?.find(({ id }) => id === route.archiveId)
  if (error) {
    return (
      <main className="pane page" aria-label="ZIM archives" data-pane>
        <EmptyState title="The archives could not be listed">{error.message}</EmptyState>
      </main>
    )
  }
  if (archive) return <ArchiveView key={archive.id} archive={archive} route={route} onShowSidebar={onShowSidebar} />
  return <ArchiveList archives={archives ?? null} onShowSidebar={onShowSidebar} />
}
