import { Search } from 'lucide-react'
import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import type { TagInUse } from '@shared/contract/tags'
import type { Tag } from '@shared/domain/tag'
import { useTags } from '../../client/tags'
import { counted } from '../../ui/words/article-words'
import { openDialog } from '../../ui/dialogs/dialogs'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { openList } from '../../ui/places/route'
import { TextField } from '../../ui/controls/TextField'
import { useTagActions } from '../../ui/actions/use-tag-actions'
import { VirtualList } from '../../ui/layout/VirtualList'
import { TagMenu } from './TagMenu'
import { TagSign } from './TagSign'
import './TagsPage.css'

/** Every tag of the library by name: what carries it, its colour, and what can be done to it. */
export function TagsPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const tags = useTags()
  const { remove } = useTagActions()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const [focusedTag, setFocusedTag] = useState<Tag | null>(null)
  const [menu, setMenu] = useState<{ tag: Tag; x: number; y: number } | null>(null)
  const shown = text.trim() === '' ? tags : tags.filter(({ tag }) => contains(tag, text.trim()))
  const focused = Math.max(
    0,
    shown.findIndex(({ tag }) => tag === focusedTag),
  )
  const at = (index: number) => shown[index]

  return (
    <main className="pane page tags-page" aria-label="Tags" data-pane>
      <PageHeader title="Tags" summary={counted(tags.length, 'tag')} onShowSidebar={onShowSidebar} />
      {tags.length === 0 ? (
        <EmptyState title="No tags yet">
          Press T on an article or a highlight to tag it. A / nests a tag in another, as in history/medicine.
        </EmptyState>
      ) : (
        <>
          <div className="tags-page__tools">
            <TextField
              label="Find a tag"
              placeholder="Find a tag"
              type="search"
              icon={<Search aria-hidden />}
              value={text}
              onChange={setText}
            />
          </div>
          {shown.length === 0 && <EmptyState title={`No tag has “${text}” in its name`} />}
          <VirtualList
            label="Tags"
            count={shown.length}
            estimate={34}
            padding={8}
            focused={focused}
            onFocusedChange={(index) => setFocusedTag(at(index)?.tag ?? null)}
            keyOf={(index) => at(index)?.tag ?? index}
            isSelected={() => false}
            row={(index) => <Row tag={at(index)} />}
            onPress={(index) => {
              const tag = at(index)
              if (tag) openList({ kind: 'tag', tag: tag.tag })
            }}
            onContextMenu={(index, place) => {
              const tag = at(index)
              if (tag) setMenu({ tag: tag.tag, ...place })
            }}
            onKeyDown={(event) => {
              const tag = at(focused)
              if (!tag || (event.key !== 'F2' && event.key !== 'Delete')) return
              event.preventDefault()
              if (event.key === 'F2') openDialog({ name: 'rename-tag', tag: tag.tag })
              else remove(tag.tag)
            }}
          />
        </>
      )}
      <TagMenu tag={tags.find(({ tag }) => tag === menu?.tag) ?? null} at={menu} onClose={() => setMenu(null)} />
    </main>
  )
}

function Row({ tag }: { tag: TagInUse | undefined }) {
  if (!tag) return null
  const levels = tag.tag.split('/')
  const parents = levels.slice(0, -1).join(' / ')
  const carried = [
    tag.articles > 0 && counted(tag.articles, 'article'),
    tag.annotations > 0 && counted(tag.annotations, 'highlight or note', 'highlights and notes'),
    tag.notes > 0 && counted(tag.notes, 'note of its own', 'notes of their own'),
  ].filter(Boolean)
  return (
    <div className="row tags-page__row">
      <TagSign colour={tag.colour} />
      <span className="grow truncate" dir="auto">
        {parents && <span className="tags-page__parents">{parents} / </span>}
        {levels.at(-1)}
      </span>
      <span className="num">{carried.join(' · ')}</span>
    </div>
  )
}
