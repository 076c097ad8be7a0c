import { memo } from 'react'
import type { SpineMark } from '@shared/domain/article'
import './Spine.css'

export interface SpineProps {
  /** Share read, 0 to 1. */
  fraction: number
  marks: readonly SpineMark[]
  direction?: 'ltr' | 'rtl'
  /** Lies flat in lists, stands beside the page in the reader. */
  upright?: boolean
}

/** How far an article is read and where its highlights lie. */
export function Spine({ fraction, marks, direction = 'ltr', upright = false }: SpineProps) {
  const percent = Math.round(fraction * 100)
  const count = marks.length === 1 ? '1 highlight' : `${marks.length} highlights`
  return (
    <div
      className={upright ? 'spine spine--upright' : 'spine'}
      role="img"
      aria-label={`${percent}% read, ${count}`}
      dir={direction}
    >
      <b className="spine__read" style={{ '--v': `${percent}%` }} />
      <Marks marks={marks} most={upright ? 250 : 100} />
    </div>
  )
}

interface MarksProps {
  readonly marks: readonly SpineMark[]
  /** How many there is room for: more would lie on each other. */
  readonly most: number
}

/** The marks, drawn anew only when there are others: the spine itself follows the scrolling. */
const Marks = memo(function Marks({ marks, most }: MarksProps) {
  const places = new Map(marks.map(({ at, colour }) => [Math.round(at * most), colour]))
  return (
    <div className="spine__marks">
      {[...places].map(([place, colour]) => (
        <i
          key={place}
          className="spine__mark"
          data-colour={colour}
          style={{ '--at': `${Math.round((place / most) * 1000) / 10}%` }}
        />
      ))}
    </div>
  )
})
