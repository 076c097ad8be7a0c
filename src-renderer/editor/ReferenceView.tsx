import type { LinkTarget } from '@shared/domain/note-document'
import { useLinkedTitle } from '../client/notes'
import { openLinkTarget } from '../ui/places/route'

interface ReferenceViewProps {
  readonly target: LinkTarget
  /** What is shown until it is known what the target is called now, and once it is gone. */
  readonly title: string
  /** In the editor it is part of a line, and pressed with Mod; elsewhere it is a link. */
  readonly isEditing?: boolean
}

/** A link to an article or a note, by the title that it has now; one that is broken says so. */
export function ReferenceView({ target, title, isEditing = false }: ReferenceViewProps) {
  const now = useLinkedTitle(target)
  const shown = (now?.state === 'missing' ? '' : now?.title) || title || 'Untitled note'
  if (now?.state === 'missing')
    return (
      <span className="note-text__reference" data-state="missing">
        {shown} <span className="note-text__broken">(deleted)</span>
      </span>
    )
  return (
    <a
      className="note-text__reference"
      data-state={now?.state ?? 'here'}
      href={target.kind === 'note' ? `#/notes/${target.id}` : `#/all/${target.id}`}
      tabIndex={isEditing ? -1 : undefined}
      title={isEditing ? `${shown}: open with Ctrl or ⌘ and a click` : undefined}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!isEditing || event.metaKey || event.ctrlKey) openLinkTarget(target)
      }}
    >
      {shown}
      {now?.state === 'in-trash' ? <span className="note-text__broken"> (in Trash)</span> : null}
    </a>
  )
}
