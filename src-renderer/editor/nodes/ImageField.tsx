import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { X } from 'lucide-react'
import type { NodeKey } from 'lexical'
import { useState } from 'react'
import type { AssetId } from '@shared/domain/ids'
import { IconButton } from '../../ui/controls/IconButton'
import { NodeField } from './NodeField'

interface ImageFieldProps {
  readonly nodeKey: NodeKey
  readonly asset: AssetId
  readonly alt: string
  readonly onDescribe: (alt: string) => void
  /** It is described, and the caret goes behind it. */
  readonly onGoOn: (alt: string) => void
  readonly onRemove: () => void
}

/** A picture in the editor, with a field to say what it shows. */
export function ImageField({ nodeKey, asset, alt, onDescribe, onGoOn, onRemove }: ImageFieldProps) {
  const [isSelected, setSelected, clearSelected] = useLexicalNodeSelection(nodeKey)
  const [draft, setDraft] = useState(alt)
  const described = draft.trim().slice(0, 1000)
  return (
    <figure className="note-editor__image" data-selected={isSelected}>
      <img
        src={`/assets/${asset}`}
        alt={alt}
        draggable={false}
        onClick={() => {
          clearSelected()
          setSelected(true)
        }}
      />
      <div className="note-editor__image-foot">
        <NodeField
          label="What the picture shows"
          placeholder="Say what it shows"
          value={draft}
          takesFocus={false}
          onChange={setDraft}
          onEnter={() => onGoOn(described)}
          onEscape={() => onGoOn(described)}
          onBlur={() => {
            if (described !== alt) onDescribe(described)
          }}
        />
        <IconButton label="Remove picture" icon={<X aria-hidden />} onPress={onRemove} />
      </div>
    </figure>
  )
}
