import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { ArticleDocument } from '../../frame/article-document'
import { firstLineOf } from './page-geometry'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface PlacedHighlightsOptions {
  readonly open: ArticleDocument | null
  readonly anchored: readonly AnchoredHighlight[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Pixels between the text and the end of its column. */
  readonly marginEnd: number
  /** What changes the width of the column without the page being told. */
  readonly railOpen: boolean
}

/** Where highlights stand on the page, anew whenever its layout changes. */
export function usePlacedHighlights({ open, anchored, scroller, marginEnd, railOpen }: PlacedHighlightsOptions) {
  // Counts changes of the page's layout, which move every passage.
  const [layout, setLayout] = useState(0)
  const placed = useMemo(
    () =>
      anchored.map((each) => {
        const line = open && layout >= 0 ? firstLineOf(open, each.range) : null
        return { anchored: each, middle: line ? (line.top + line.bottom) / 2 : null }
      }),
    [anchored, open, layout],
  )
  useEffect(() => {
    const column = scroller.current?.querySelector('main')
    if (!open || !column) return undefined
    const observer = new ResizeObserver(() => setLayout((count) => count + 1))
    observer.observe(column)
    return () => observer.disconnect()
  }, [open, scroller])
  const [textEnd, setTextEnd] = useState(0)
  useLayoutEffect(() => {
    const column = open?.root.getBoundingClientRect()
    if (column) setTextEnd(column.right - marginEnd + 4)
  }, [open, layout, marginEnd, railOpen])
  return {
    placed,
    /** Where the text ends, in pixels of the page. */
    textEnd,
    layOutAgain: () => setLayout((count) => count + 1),
  }
}
