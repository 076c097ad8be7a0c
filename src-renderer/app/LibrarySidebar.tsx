import { Sidebar } from '../features/library/Sidebar'
import { SidebarSearches } from '../features/search/SidebarSearches'
import { SidebarTags } from '../features/tags/SidebarTags'
import { SidebarTopics } from '../features/topics/SidebarTopics'

/** The sidebar with its sections. */
export function LibrarySidebar({ onHide }: { onHide: () => void }) {
  return (
    <Sidebar onHide={onHide}>
      <SidebarTopics />
      <SidebarTags />
      <SidebarSearches />
    </Sidebar>
  )
}
