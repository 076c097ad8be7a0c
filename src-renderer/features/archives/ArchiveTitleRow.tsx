import { Check, Square, SquareCheck } from 'lucide-react'
import type { ArchiveTitle } from '@shared/contract/archives'

interface ArchiveTitleRowProps {
  title: ArchiveTitle
  isShown: boolean
  isChosen: boolean
  isInLibrary: boolean
  onToggle: () => void
}

/** One title. The box chooses it; the list's own keys do so too. */
export function ArchiveTitleRow({ title, isShown, isChosen, isInLibrary, onToggle }: ArchiveTitleRowProps) {
  return (
    <div className="archive-title" data-shown={isShown}>
      <span
        className="archive-title__box"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {isChosen ? <SquareCheck className="icon" /> : <Square className="icon" />}
      </span>
      <span className="grow archive-title__words" dir="auto">
        {title.title}
        {title.of !== null && title.of !== title.title && <small> leads to {title.of}</small>}
      </span>
      {isInLibrary && (
        <span className="archive-title__mark">
          <Check className="icon icon--sm" aria-hidden /> In library
        </span>
      )}
    </div>
  )
}
