import { ArrowDown, ArrowUp, Bookmark, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { SavedSearch } from '@shared/contract/saved-searches'
import type { SavedSearchId } from '@shared/domain/ids'
import { useSavedSearchActions, useSavedSearches } from '../../client/saved-searches'
import { ContextMenu } from '../../ui/controls/ContextMenu'
import { navigate, routeToHash, useRoute } from '../../ui/places/route'
import { SidebarSection } from '../../ui/layout/SidebarSection'
import { RenameSearch } from './RenameSearch'
import { placeAfterStep } from './saved-order'
import '../../ui/layout/Row.css'

/** Saved searches in the sidebar: F2 renames, Delete removes, Alt+↑ ↓ moves, and a menu offers the same. */
export function SidebarSearches() {
  const { data: saved = [] } = useSavedSearches()
  const { rename, move, remove } = useSavedSearchActions()
  const route = useRoute()
  const list = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<{ id: SavedSearchId; x: number; y: number } | null>(null)
  const [renaming, setRenaming] = useState<SavedSearchId | null>(null)
  const chosen = saved.find(({ id }) => id === menu?.id)

  const step = (id: SavedSearchId, by: 1 | -1) => {
    const place = placeAfterStep(
      saved.map((search) => search.id),
      id,
      by,
    )
    if (place) move({ id, ...place })
  }

  function onKeyDown(event: KeyboardEvent, search: SavedSearch): void {
    if (event.key === 'F2') setRenaming(search.id)
    else if (event.key === 'Delete') remove(search)
    else if (event.altKey && event.key === 'ArrowDown') step(search.id, 1)
    else if (event.altKey && event.key === 'ArrowUp') step(search.id, -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <SidebarSection
      title="Saved searches"
      name="searches"
      help={saved.length === 0 ? 'Search, then press the bookmark to keep it here.' : null}
    >
      <div ref={list}>
        {saved.map((search) =>
          search.id === renaming ? (
            <RenameSearch
              key={search.id}
              name={search.name}
              onDone={(name) => {
                setRenaming(null)
                if (name !== null && name !== search.name) rename({ id: search.id, name, before: search.name })
                requestAnimationFrame(() =>
                  list.current?.querySelector<HTMLElement>(`[data-id="${search.id}"]`)?.focus(),
                )
              }}
            />
          ) : (
            <a
              key={search.id}
              className="row"
              data-id={search.id}
              href={routeToHash({ page: 'search', text: search.text })}
              title={search.text}
              aria-current={route.page === 'search' && route.text.trim() === search.text ? 'page' : undefined}
              aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={(event) => onKeyDown(event, search)}
              onContextMenu={(event) => {
                event.preventDefault()
                const box = event.currentTarget.getBoundingClientRect()
                // The menu key gives no place.
                const at =
                  event.clientX === 0 ? { x: box.left + 24, y: box.bottom - 4 } : { x: event.clientX, y: event.clientY }
                setMenu({ id: search.id, ...at })
              }}
            >
              <Bookmark className="icon" aria-hidden />
              <span className="grow truncate">{search.name}</span>
            </a>
          ),
        )}
      </div>
      <ContextMenu
        label={chosen?.name ?? 'Saved search'}
        at={chosen ? menu : null}
        onClose={() => setMenu(null)}
        actions={
          chosen
            ? [
                {
                  id: 'open',
                  label: 'Search',
                  icon: <Bookmark aria-hidden />,
                  keys: 'Enter',
                  run: () => navigate({ page: 'search', text: chosen.text }),
                },
                {
                  id: 'rename',
                  label: 'Rename',
                  icon: <Pencil aria-hidden />,
                  keys: 'F2',
                  run: () => setRenaming(chosen.id),
                },
                {
                  id: 'up',
                  label: 'Move up',
                  icon: <ArrowUp aria-hidden />,
                  keys: 'Alt+ArrowUp',
                  run: () => step(chosen.id, -1),
                },
                {
                  id: 'down',
                  label: 'Move down',
                  icon: <ArrowDown aria-hidden />,
                  keys: 'Alt+ArrowDown',
                  run: () => step(chosen.id, 1),
                },
                {
                  id: 'remove',
                  label: 'Delete saved search',
                  icon: <Trash2 aria-hidden />,
                  keys: 'Delete',
                  isDanger: true,
                  separated: true,
                  run: () => remove(chosen),
                },
              ]
            : []
        }
      />
    </SidebarSection>
  )
}
