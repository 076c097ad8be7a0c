import { Archive, Download, FolderPlus, RefreshCw, Star, Tag, Trash2, X } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton'
import type { ListActions } from './use-list-commands'
import './SelectionBar.css'

/** What can be done to the articles that are selected together. */
export function SelectionBar({
  count,
  actions,
  onClear,
}: {
  count: number
  actions: ListActions
  onClear: () => void
}) {
  return (
    <div className="selection-bar" role="toolbar" aria-label="Selected articles">
      <span className="grow truncate num" role="status">
        {count.toLocaleString('en-GB')} selected
      </span>
      <IconButton label="Archive" icon={<Archive aria-hidden />} keys="E" onPress={actions.archive} />
      <IconButton label="Favourite" icon={<Star aria-hidden />} keys="S" onPress={actions.favourite} />
      <IconButton label="Tag" icon={<Tag aria-hidden />} keys="T" onPress={actions.tag} />
      <IconButton label="Topics" icon={<FolderPlus aria-hidden />} keys="M" onPress={actions.topics} />
      <IconButton
        label="Update from the web"
        icon={<RefreshCw aria-hidden />}
        onPress={actions.update}
        isDisabled={!actions.haveAddresses}
      />
      <IconButton label="Export notes" icon={<Download aria-hidden />} keys="Mod+E" onPress={actions.export} />
      <IconButton label="Move to Trash" icon={<Trash2 aria-hidden />} keys="Delete" onPress={actions.trash} />
      <IconButton label="Clear selection" icon={<X aria-hidden />} keys="Escape" onPress={onClear} />
    </div>
  )
}
