import { Collection, TreeItem } from 'react-aria-components'
import type { TopicId } from '@shared/domain/ids'
import { counted } from '../../ui/words/article-words'
import { ProgressRing } from '../../ui/layout/ProgressRing'
import { openList } from '../../ui/places/route'
import { TreeCell } from '../../ui/layout/TreeCell'
import { shareFinished, type TopicNode } from './topic-tree'

interface TopicRowProps {
  node: TopicNode
  currentId: TopicId | null
  onMenu: (id: TopicId, at: { x: number; y: number }) => void
}

/** One topic of the sidebar, with those nested in it. */
export function TopicRow({ node, currentId, onMenu }: TopicRowProps) {
  const { topic, children } = node
  const { id, title, articleCount, finishedCount } = topic
  const isCurrent = id === currentId
  const said = `${title}, ${counted(articleCount, 'article')}, ${finishedCount} finished${isCurrent ? ', current' : ''}`
  return (
    <TreeItem
      id={id}
      value={node}
      className="row row-tree__row"
      textValue={title}
      aria-label={said}
      data-current={isCurrent || undefined}
      onAction={() => openList({ kind: 'topic', topicId: id })}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(id, { x: event.clientX, y: event.clientY })
      }}
    >
      <TreeCell sign={<ProgressRing share={shareFinished(topic)} />} name={title} count={articleCount} />
      <Collection items={children}>
        {(child) => <TopicRow node={child} currentId={currentId} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  )
}
