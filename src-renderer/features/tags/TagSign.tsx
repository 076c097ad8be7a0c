import type { HighlightColour } from '@shared/domain/colour'
import './TagSign.css'

/** The sign before a tag, in its colour where it has one. Decoration: the tag's words say what it is. */
export function TagSign({ colour }: { colour: HighlightColour | null }) {
  return (
    <span className="tag-sign" data-colour={colour ?? undefined} aria-hidden>
      #
    </span>
  )
}
