import {
  Archive,
  BookOpen,
  Download,
  FolderMinus,
  FolderPlus,
  Inbox,
  Quote,
  RefreshCw,
  Star,
  Tag,
  Trash2,
  Waypoints,
} from 'lucide-react'
import { ContextMenu } from '../../ui/controls/ContextMenu'
import type { ListActions } from './use-list-commands'

interface ArticleListMenuProps {
  at: { x: number; y: number } | null
  actions: ListActions
  onClose: () => void
}

/** The context menu of a list's rows. */
export function ArticleListMenu({ at, actions, onClose }: ArticleListMenuProps) {
  return (
    <ContextMenu
      label="Article"
      at={at}
      onClose={onClose}
      actions={[
        { id: 'open', label: 'Open', icon: <BookOpen aria-hidden />, keys: 'Enter', run: actions.open },
        { id: 'inbox', label: 'Move to Inbox', icon: <Inbox aria-hidden />, run: actions.toInbox, separated: true },
        { id: 'archive', label: 'Archive', icon: <Archive aria-hidden />, keys: 'E', run: actions.archive },
        {
          id: 'favourite',
          label: actions.areFavourites ? 'Remove from Favourites' : 'Favourite',
          icon: <Star aria-hidden />,
          keys: 'S',
          run: actions.favourite,
        },
        { id: 'tag', label: 'Tag…', icon: <Tag aria-hidden />, keys: 'T', run: actions.tag },
        { id: 'topics', label: 'Topics…', icon: <FolderPlus aria-hidden />, keys: 'M', run: actions.topics },
        ...(actions.takeOut
          ? [
              {
                id: 'take-out',
                label: 'Take out of this topic',
                icon: <FolderMinus aria-hidden />,
                run: actions.takeOut,
              },
            ]
          : []),
        {
          id: 'update',
          label: 'Update from the web',
          icon: <RefreshCw aria-hidden />,
          run: actions.update,
          isDisabled: !actions.haveAddresses,
          separated: true,
        },
        ...(actions.alike
          ? [{ id: 'alike', label: 'More like this', icon: <Waypoints aria-hidden />, run: actions.alike }]
          : []),
        ...(actions.cite
          ? [{ id: 'cite', label: 'Copy citation', icon: <Quote aria-hidden />, run: actions.cite }]
          : []),
        { id: 'export', label: 'Export notes…', icon: <Download aria-hidden />, run: actions.export },
        {
          id: 'trash',
          label: 'Move to Trash',
          icon: <Trash2 aria-hidden />,
          keys: 'Delete',
          run: actions.trash,
          isDanger: true,
        },
      ]}
    />
  )
}
