import { BookOpen, FileDown, FolderPlus, FolderTree, Pencil, Trash2 } from 'lucide-react'
import type { Topic } from '@shared/domain/topic'
import { ContextMenu } from '../../ui/controls/ContextMenu'
import { openDialog } from '../../ui/dialogs/dialogs'
import { openList } from '../../ui/places/route'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import type { MenuAction } from '../../ui/controls/Menu'

/** What can be done to a topic, for its menus. */
export function useTopicMenu(topic: Topic | null): readonly MenuAction[] {
  const { remove } = useTopicActions()
  if (!topic) return []
  return [
    {
      id: 'rename',
      label: 'Rename…',
      icon: <Pencil aria-hidden />,
      keys: 'F2',
      run: () => openDialog({ name: 'topic', topic }),
    },
    {
      id: 'nest',
      label: 'New topic in it…',
      icon: <FolderPlus aria-hidden />,
      run: () => openDialog({ name: 'topic', parentId: topic.id }),
    },
    {
      id: 'move',
      label: 'Move into…',
      icon: <FolderTree aria-hidden />,
      run: () => openDialog({ name: 'move-topic', topic }),
    },
    {
      id: 'export',
      label: 'Export as a dossier…',
      icon: <FileDown aria-hidden />,
      run: () => openDialog({ name: 'export', articleIds: [], topic }),
    },
    {
      id: 'remove',
      label: 'Delete topic',
      icon: <Trash2 aria-hidden />,
      keys: 'Delete',
      isDanger: true,
      separated: true,
      run: () => remove(topic),
    },
  ]
}

interface TopicMenuProps {
  topic: Topic | null
  at: { x: number; y: number } | null
  onClose: () => void
}

/** The context menu of a topic in the sidebar. */
export function TopicMenu({ topic, at, onClose }: TopicMenuProps) {
  const actions = useTopicMenu(topic)
  return (
    <ContextMenu
      label={topic?.title ?? 'Topic'}
      at={topic && at}
      onClose={onClose}
      actions={
        topic
          ? [
              {
                id: 'open',
                label: 'Open',
                icon: <BookOpen aria-hidden />,
                keys: 'Enter',
                run: () => openList({ kind: 'topic', topicId: topic.id }),
              },
              ...actions,
            ]
          : []
      }
    />
  )
}
