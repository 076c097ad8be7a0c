import { useMemo, useState } from 'react'
import { Tree } from 'react-aria-components'
import { type KeyboardEvent } from 'react'
import type { Tag } from '@shared/domain/tag'
import { useTags } from '../../client/tags'
import { openDialog } from '../../ui/dialogs/dialogs'
import { routeToHash, useRoute } from '../../ui/places/route'
import { SidebarSection } from '../../ui/layout/SidebarSection'
import { useStored } from '../../ui/use-stored'
import { useTagActions } from '../../ui/actions/use-tag-actions'
import { TagMenu } from './TagMenu'
import { TagRow } from './TagRow'
import { mostUsed, nestTags } from './tag-tree'
import { useTagDrops } from './use-tag-drops'
import '../../ui/layout/RowTree.css'

/** The most tags at the top that the sidebar shows; the page of tags shows all. */
const MOST = 30

const isTags = (value: unknown): value is Tag[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** The tags that are used most, nested; articles are dropped on them, and tags on each other. */
export function SidebarTags() {
  const tags = useTags()
  const route = useRoute()
  const actions = useTagActions()
  const { shown, isAll } = useMemo(() => mostUsed(nestTags(tags), MOST), [tags])
  const [open, setOpen] = useStored<Tag[]>('sidebar.tags.open', [], isTags)
  const [menu, setMenu] = useState<{ tag: Tag; x: number; y: number } | null>(null)
  const dragAndDropHooks = useTagDrops(tags)
  const current = route.page === 'articles' && route.view.kind === 'tag' ? route.view.tag : null

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null
    const tag = tags.find((each) => each.tag === row?.dataset['key'])?.tag
    if (tag === undefined || !row) return
    if (event.key === 'F2') {
      openDialog({ name: 'rename-tag', tag })
    } else if (event.key === 'Delete') {
      actions.remove(tag)
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const box = row.getBoundingClientRect()
      setMenu({ tag, x: box.left + 24, y: box.bottom - 4 })
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <SidebarSection title="Tags" name="tags" help={tags.length === 0 ? 'Press T on an article to tag it.' : null}>
      <div onKeyDownCapture={onKeyDown}>
        <Tree
          aria-label="Tags"
          className="row-tree"
          items={shown}
          expandedKeys={open}
          onExpandedChange={(keys) => setOpen([...keys].map(String))}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[current]}
        >
          {(node) => <TagRow node={node} current={current} onMenu={(tag, at) => setMenu({ tag, ...at })} />}
        </Tree>
      </div>
      {tags.length > 0 && (
        <a
          className="row sidebar__all-tags"
          href={routeToHash({ page: 'tags' })}
          aria-current={route.page === 'tags' ? 'page' : undefined}
        >
          <span className="grow truncate">
            {isAll ? 'All tags' : `All ${tags.length.toLocaleString('en-GB')} tags`}
          </span>
        </a>
      )}
      <TagMenu tag={tags.find(({ tag }) => tag === menu?.tag) ?? null} at={menu} onClose={() => setMenu(null)} />
    </SidebarSection>
  )
}
