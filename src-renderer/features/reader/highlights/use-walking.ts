import { useRef } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { deepestIn, nestedAt } from '../../../anchoring/nested'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface WalkingOptions {
  readonly highlights: readonly AnchoredHighlight[]
  readonly current: AnnotationId | null
  /** Offset of the first text in view. */
  readonly top: () => number
  /** Goes to a highlight and makes it the current one. */
  readonly onArrive: (each: AnchoredHighlight, place: { readonly at: number; readonly of: number } | null) => void
}

/** Goes from highlight to highlight by key: through the article, or through those that lie on the same words. */
export function useWalking({ highlights, current, top, onArrive }: WalkingOptions) {
  /** The words that all highlights of the round have in common. */
  const common = useRef<number | null>(null)

  return {
    /** To the next or the previous highlight in reading order; from the first in view when there is no current one. */
    walk: (step: 1 | -1) => {
      const now = highlights.findIndex((each) => each.highlight.id === current)
      const from = top()
      const firstInView = Math.max(
        0,
        highlights.findIndex((each) => each.start >= from),
      )
      const start = step === 1 ? firstInView : (firstInView - 1 + highlights.length) % highlights.length
      const next = highlights[now === -1 ? start : (now + step + highlights.length) % highlights.length]
      if (next) onArrive(next, null)
    },
    /** To the next of the highlights that lie on the same words as the current one, shortest first. */
    walkNested: () => {
      const now = highlights.find((each) => each.highlight.id === current)
      if (!now) return
      const isIn = (at: number | null) => at !== null && now.start <= at && at < now.end
      if (!isIn(common.current)) common.current = deepestIn(highlights, now)
      const round = nestedAt(highlights, common.current ?? now.start)
      const at = round.findIndex((each) => each.highlight.id === current)
      const next = round[(at + 1) % round.length]
      if (next) onArrive(next, { at: round.indexOf(next) + 1, of: round.length })
    },
  }
}
