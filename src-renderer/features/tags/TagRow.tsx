import { Collection, TreeItem } from 'react-aria-components'
import type { Tag } from '@shared/domain/tag'
import { counted } from '../../ui/words/article-words'
import { openList } from '../../ui/places/route'
import { TreeCell } from '../../ui/layout/TreeCell'
import { TagSign } from './TagSign'
import { type TagNode } from './tag-tree'

interface TagRowProps {
  node: TagNode
  current: Tag | null
  onMenu: (tag: Tag, at: { x: number; y: number }) => void
}

/** One tag of the sidebar, with those nested in it. */
export function TagRow({ node, current, onMenu }: TagRowProps) {
  const { tag, colour, articles } = node.tag
  const isCurrent = tag === current
  return (
    <TreeItem
      id={tag}
      value={node}
      className="row row-tree__row"
      textValue={node.name}
      aria-label={`${tag}, ${counted(articles, 'article')}${isCurrent ? ', current' : ''}`}
      data-current={isCurrent || undefined}
      onAction={() => openList({ kind: 'tag', tag })}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(tag, { x: event.clientX, y: event.clientY })
      }}
    >
      <TreeCell sign={<TagSign colour={colour} />} name={node.name} count={articles} />
      <Collection items={node.children}>
        {(child) => <TagRow node={child} current={current} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  )
}
