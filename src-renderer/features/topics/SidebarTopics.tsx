import { Plus } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { Tree } from 'react-aria-components'
import type { TopicId } from '@shared/domain/ids'
import { useTopics } from '../../client/topics'
import { openDialog } from '../../ui/dialogs/dialogs'
import { IconButton } from '../../ui/controls/IconButton'
import { isTopicId } from '../../ui/places/ids'
import { useRoute } from '../../ui/places/route'
import { SidebarSection } from '../../ui/layout/SidebarSection'
import { useStored } from '../../ui/use-stored'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import { TopicMenu } from './TopicMenu'
import { TopicRow } from './TopicRow'
import { nestTopics, pathTo, stepFrom } from './topic-tree'
import { useTopicDrops } from './use-topic-drops'
import '../../ui/layout/RowTree.css'

const isIds = (value: unknown): value is TopicId[] => Array.isArray(value) && value.every(isTopicId)

const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const

const isStep = (key: string): key is keyof typeof STEPS => key in STEPS

/** The topics as a tree: rings show how much of each is finished; articles and topics are dropped on it. */
export function SidebarTopics() {
  const topics = useTopics()
  const route = useRoute()
  const actions = useTopicActions()
  const nodes = useMemo(() => nestTopics(topics), [topics])
  const [open, setOpen] = useStored<TopicId[]>('sidebar.topics.open', [], isIds)
  const [menu, setMenu] = useState<{ id: TopicId; x: number; y: number } | null>(null)
  const dragAndDropHooks = useTopicDrops(topics)

  const currentId = route.page === 'articles' && route.view.kind === 'topic' ? route.view.topicId : null
  const current = topics.find(({ id }) => id === currentId)
  // The way to what is shown is open, whatever was folded.
  const expanded = new Set([...open, ...(current ? pathTo(topics, current).map(({ id }) => id) : [])])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null
    const topic = topics.find(({ id }) => id === row?.dataset['key'])
    if (!topic || !row) return
    if (event.altKey && isStep(event.key)) {
      const to = stepFrom(topics, topic, STEPS[event.key])
      if (to) {
        const into = topics.find(({ id }) => id === to.parentId) ?? null
        actions.move(topic, to, { parentId: topic.parentId, before: nextOf(topic.id) }, into)
        if (into) setOpen([...new Set([...open, into.id])])
      }
    } else if (event.key === 'F2') {
      openDialog({ name: 'topic', topic })
    } else if (event.key === 'Delete') {
      actions.remove(topic)
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const box = row.getBoundingClientRect()
      setMenu({ id: topic.id, x: box.left + 24, y: box.bottom - 4 })
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function nextOf(id: TopicId): TopicId | null {
    const topic = topics.find((each) => each.id === id)
    const level = topics.filter(({ parentId }) => parentId === topic?.parentId)
    return level[level.findIndex((each) => each.id === id) + 1]?.id ?? null
  }

  return (
    <SidebarSection
      title="Topics"
      name="topics"
      help={nodes.length === 0 ? 'Collect articles to read together. Press M on one.' : null}
      action={
        <IconButton
          label="New topic"
          icon={<Plus className="icon icon--sm" aria-hidden />}
          onPress={() => openDialog({ name: 'topic', parentId: null })}
        />
      }
    >
      <div onKeyDownCapture={onKeyDown}>
        <Tree
          aria-label="Topics"
          className="row-tree"
          items={nodes}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setOpen([...keys].filter(isTopicId))}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[currentId]}
        >
          {(node) => <TopicRow node={node} currentId={currentId} onMenu={(id, at) => setMenu({ id, ...at })} />}
        </Tree>
      </div>
      <TopicMenu topic={topics.find(({ id }) => id === menu?.id) ?? null} at={menu} onClose={() => setMenu(null)} />
    </SidebarSection>
  )
}
