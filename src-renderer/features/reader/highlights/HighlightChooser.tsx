import { useEffect, useRef } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { isEmptyNote } from '../../../editor/note-normal'
import { Kbd } from '../../../ui/controls/Kbd'
import { Swatch } from '../../../ui/controls/Swatch'
import { Floating } from '../Floating'
import './HighlightChooser.css'
import type { PageBox } from '../place/page-geometry'

interface HighlightChooserProps {
  readonly at: PageBox
  /** Shortest first. */
  readonly highlights: readonly Highlight[]
  /** The one that further clicks have come to. */
  readonly currentId: string | null
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  readonly onChoose: (highlight: Highlight) => void
  readonly onClose: () => void
}

/** Of more highlights on the same words, those around the current one are listed. */
const MOST = 40

/** Asks which of several highlights on the same words is meant. Keys 1 to 9 choose. */
export function HighlightChooser({ at, highlights, currentId, colourNames, onChoose, onClose }: HighlightChooserProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const current = highlights.findIndex(({ id }) => id === currentId)
  const first = Math.max(0, Math.min(current - MOST / 2, highlights.length - MOST))
  const listed = highlights.slice(first, first + MOST)
  return (
    <Floating
      at={at}
      prefer="below"
      role="menu"
      label="Highlights here"
      className="highlight-chooser"
      onClose={onClose}
    >
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => {
          const rows = [...(list.current?.querySelectorAll('button') ?? [])]
          const focused = rows.findIndex((row) => row === document.activeElement)
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step !== 0) rows[(focused + step + rows.length) % rows.length]?.focus()
          const chosen = highlights[Number(event.key) - 1]
          if (chosen) onChoose(chosen)
          if (step !== 0 || chosen) event.preventDefault()
        }}
      >
        {listed.map((highlight, index) => (
          <button
            key={highlight.id}
            type="button"
            role="menuitem"
            className="highlight-chooser__row"
            aria-current={highlight.id === currentId}
            aria-posinset={first + index + 1}
            aria-setsize={highlights.length}
            onClick={() => onChoose(highlight)}
          >
            <Swatch colour={highlight.colour} />
            <span className="grow truncate">
              {colourNames[highlight.colour]}
              {isEmptyNote(highlight.body) ? '' : ', with a note'}
            </span>
            <span className="highlight-chooser__key" aria-hidden>
              {first + index + 1}
            </span>
          </button>
        ))}
      </div>
      {listed.length < highlights.length ? (
        <p className="highlight-chooser__more">
          {highlights.length} lie on these words. <Kbd keys="O" /> goes on to the next.
        </p>
      ) : null}
    </Floating>
  )
}
