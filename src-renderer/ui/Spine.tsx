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
      {marks.map((mark, index) => (
        <i
          // Marks have no identity of their own; their order is their place.
          key={index}
          className="spine__mark"
          data-colour={mark.colour}
          style={{ '--at': `${Math.round(mark.at * 1000) / 10}%` }}
        />
      ))}
    </div>
  )
}
