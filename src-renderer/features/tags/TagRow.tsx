import { ChevronRight, GripVertical } from 'lucide-react'
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import type { Tag } from '@shared/domain/tag'
import { counted } from '../../ui/article-words'
import { openList } from '../../ui/route'
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
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <div className="row-tree__cell">
            {hasChildItems && (
              <Button slot="chevron" className="row-tree__open">
                <ChevronRight className="icon icon--xs" aria-hidden />
              </Button>
            )}
            <TagSign colour={colour} />
            <span className="grow truncate" dir="auto">
              {node.name}
            </span>
            {articles > 0 && <span className="num">{articles.toLocaleString('en-GB')}</span>}
            {allowsDragging && (
              <Button slot="drag" className="row-tree__drag">
                <GripVertical aria-hidden />
              </Button>
            )}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>
        {(child) => <TagRow node={child} current={current} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  )
}
