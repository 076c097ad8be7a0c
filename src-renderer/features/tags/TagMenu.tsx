import { BookOpen, Pencil, Trash2 } from 'lucide-react'
import type { TagInUse } from '@shared/contract/tags'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { ContextMenu } from '../../ui/controls/ContextMenu'
import { openDialog } from '../../ui/dialogs/dialogs'
import type { MenuAction } from '../../ui/controls/Menu'
import { openList } from '../../ui/places/route'
import { useTagActions } from '../../ui/actions/use-tag-actions'

const COLOUR_WORDS = { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', purple: 'Purple' } as const

/** What can be done to a tag, for its menus. */
export function useTagMenu(tag: TagInUse | null): readonly MenuAction[] {
  const { remove, setColour } = useTagActions()
  if (!tag) return []
  return [
    {
      id: 'open',
      label: 'Open',
      icon: <BookOpen aria-hidden />,
      keys: 'Enter',
      run: () => openList({ kind: 'tag', tag: tag.tag }),
    },
    {
      id: 'rename',
      label: 'Rename or merge…',
      icon: <Pencil aria-hidden />,
      keys: 'F2',
      run: () => openDialog({ name: 'rename-tag', tag: tag.tag }),
    },
    ...[null, ...HIGHLIGHT_COLOURS].map((colour, index) => ({
      id: `colour ${colour ?? 'none'}`,
      label: colour === null ? 'No colour' : COLOUR_WORDS[colour],
      isChosen: tag.colour === colour,
      separated: index === 0,
      run: () => setColour(tag.tag, colour, tag.colour),
    })),
    {
      id: 'remove',
      label: 'Delete tag',
      icon: <Trash2 aria-hidden />,
      keys: 'Delete',
      isDanger: true,
      separated: true,
      run: () => remove(tag.tag),
    },
  ]
}

interface TagMenuProps {
  tag: TagInUse | null
  at: { x: number; y: number } | null
  onClose: () => void
}

/** The context menu of a tag. */
export function TagMenu({ tag, at, onClose }: TagMenuProps) {
  const actions = useTagMenu(tag)
  return <ContextMenu label={tag?.tag ?? 'Tag'} at={tag && at} onClose={onClose} actions={actions} />
}
