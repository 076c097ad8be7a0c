import { Tag as TagIcon, Trash2, X } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import type { AnnotationId } from '@shared/domain/ids'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { useSettings } from '../../client/settings'
import { IconButton } from '../../ui/controls/IconButton'
import { Popover } from '../../ui/controls/Popover'
import { Swatch } from '../../ui/controls/Swatch'
import { HighlightTags } from '../../ui/controls/HighlightTags'
import { useHighlightActions } from '../../ui/actions/use-highlight-actions'
import './HighlightBar.css'

interface HighlightBarProps {
  ids: readonly AnnotationId[]
  isTagging: boolean
  onTagging: (isOpen: boolean) => void
  onRemove: () => void
  onClear: () => void
}

/** What can be done to the highlights that are selected together. */
export function HighlightBar({ ids, isTagging, onTagging, onRemove, onClear }: HighlightBarProps) {
  const { colourNames } = useSettings()
  const { recolour } = useHighlightActions()
  return (
    <div className="highlight-bar" role="toolbar" aria-label="Selected highlights">
      <span className="grow truncate num" role="status">
        {ids.length.toLocaleString('en-GB')} selected
      </span>
      {HIGHLIGHT_COLOURS.map((colour, at) => (
        <IconButton
          key={colour}
          label={`Recolour: ${colourNames[colour]}`}
          icon={<Swatch colour={colour} />}
          keys={String(at + 1)}
          onPress={() => void recolour(ids, colour, colourNames[colour])}
        />
      ))}
      <DialogTrigger isOpen={isTagging} onOpenChange={onTagging}>
        <IconButton label="Tag" icon={<TagIcon aria-hidden />} keys="T" />
        <Popover label="Tags" placement="bottom end">
          <HighlightTags ids={ids} onDone={() => onTagging(false)} />
        </Popover>
      </DialogTrigger>
      <IconButton label="Delete" icon={<Trash2 aria-hidden />} keys="Delete" onPress={onRemove} />
      <IconButton label="Clear selection" icon={<X aria-hidden />} keys="Escape" onPress={onClear} />
    </div>
  )
}
