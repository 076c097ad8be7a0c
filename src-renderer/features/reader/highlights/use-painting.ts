import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { createExtents } from '../../../anchoring/extents'
import { createPainter, type PaintedHighlight } from '../../../anchoring/paint'
import { isEmptyNote } from '../../../editor/note-normal'
import type { ArticleDocument } from '../../../frame/article-document'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface Painting {
  readonly highlights: readonly AnchoredHighlight[]
  /** Highlights to paint stronger: hovered, focused, open. */
  readonly strong: readonly (string | null)[]
  readonly matches: readonly Range[]
  readonly currentMatch: Range | null
  readonly flash: Range | null
}

/** A picture is marked by a frame around it; painted, it would not be seen. */
const hasWords = ({ highlight }: AnchoredHighlight) => highlight.target.picture === undefined

/** So many heights of the pane above and below it count as near. */
const NEAR = 1.5

/** What is painted for each highlight, made once. */
const made = new WeakMap<AnchoredHighlight, PaintedHighlight>()

function paintedOf(anchored: AnchoredHighlight): PaintedHighlight {
  const known = made.get(anchored)
  if (known) return known
  const { highlight, start, end, range } = anchored
  const { id, createdAt, colour, body } = highlight
  const painted = { id, start, end, range, createdAt, colour, hasNote: !isEmptyNote(body) }
  made.set(anchored, painted)
  return painted
}

/**
 * Keeps the frame's painted highlights as they are told here. Only what is near the view is painted: the browser goes through
 * all that is, whenever it draws.
 */
export function usePainting(
  article: ArticleDocument | null,
  scroller: RefObject<HTMLElement | null>,
  painting: Painting,
): void {
  const { highlights, strong, matches, currentMatch, flash } = painting
  const painter = useMemo(() => article && createPainter(article.window, article.index.rangeOf), [article])
  const extents = useMemo(() => createExtents(), [])
  const paint = useRef(() => {})
  const painted = useMemo(() => highlights.filter(hasWords).map(paintedOf), [highlights])
  const strongIds = strong.filter((id) => id !== null).join()
  useEffect(() => {
    const state = { strong: new Set(strongIds.split(',')), matches, currentMatch, flash }
    paint.current = () => {
      const pane = scroller.current
      if (!painter || !pane || !article) return
      const reach = NEAR * pane.clientHeight
      const from = pane.scrollTop - article.frame.offsetTop - reach
      const to = from + pane.clientHeight + 2 * reach
      painter.paint(painted, state, (range) => {
        const extent = extents.of(range)
        // What has no box of its own may be anywhere.
        return extent ? extent.bottom >= from && extent.top <= to : article.layout.isWhole()
      })
    }
    paint.current()
  }, [article, scroller, painter, extents, painted, strongIds, matches, currentMatch, flash])

  useEffect(() => {
    const pane = scroller.current
    if (!article || !pane) return undefined
    let paintedAt = pane.scrollTop
    const paintAgain = () => {
      paintedAt = pane.scrollTop
      paint.current()
    }
    const onScroll = () => {
      if (Math.abs(pane.scrollTop - paintedAt) > (pane.clientHeight * NEAR) / 2) paintAgain()
    }
    const observer = new ResizeObserver(() => {
      // A further piece of a long article moves nothing of what is there.
      if (article.layout.isWhole()) extents.forget()
      paintAgain()
    })
    observer.observe(article.root)
    observer.observe(pane)
    pane.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      pane.removeEventListener('scroll', onScroll)
    }
  }, [article, scroller, extents])
}
