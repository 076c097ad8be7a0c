import { useMemo } from 'react'
import { Spine } from '../../../ui/layout/Spine'
import { useShown, type PlaceStore } from '../place/place-shown'
import type { AnchoredHighlight } from '../highlights/use-anchored-highlights'

interface ReaderSpineProps {
  readonly place: PlaceStore
  readonly highlights: readonly AnchoredHighlight[]
  readonly textLength: number
  /** Offsets of what was found, when something is looked for. */
  readonly found: readonly number[]
}

/** More marks than this would only be a bar. */
const MOST_MARKS = 300

/** The spine beside the page: how far one is, where highlights lie, and what was found. */
export function ReaderSpine({ place, highlights, textLength, found }: ReaderSpineProps) {
  const percent = useShown(place, (shown) => shown.percent)
  const length = Math.max(1, textLength)
  const marks = useMemo(
    () => highlights.map(({ highlight, start }) => ({ at: start / length, colour: highlight.colour })),
    [highlights, length],
  )
  const every = Math.ceil(found.length / MOST_MARKS)
  return (
    <div className="reading__spine">
      <Spine fraction={percent / 100} marks={marks} upright />
      {found
        .filter((_, index) => index % every === 0)
        .map((start) => (
          <i key={start} className="reading__found" style={{ top: `${(start / length) * 100}%` }} />
        ))}
    </div>
  )
}
