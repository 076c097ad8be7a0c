import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { isEmptyNote } from '../../../editor/note-normal'
import type { ArticleDocument } from '../../../frame/article-document'
import { firstLineOf, middleOfStart } from '../place/page-geometry'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface PlacedHighlightsOptions {
  readonly open: ArticleDocument | null
  readonly anchored: readonly AnchoredHighlight[]
  readonly current: AnnotationId | null
  readonly scroller: RefObject<HTMLElement | null>
  /** Pixels between the text and the end of its column. */
  readonly marginEnd: number
  /** What changes the width of the column without the page being told. */
  readonly railOpen: boolean
}

/** Of a long article that is laid out piece by piece: some highlights stand in parts that are never shown. */
const UNPLACED = 20

/** Where highlights stand on the page, anew whenever its layout changes. */
export function usePlacedHighlights({
  open,
  anchored,
  current,
  scroller,
  marginEnd,
  railOpen,
}: PlacedHighlightsOptions) {
  // Counts changes of the page's layout, which move every passage.
  const [layout, setLayout] = useState(0)
  // One more highlight moves none of the others: each is measured once for a layout, and only where it is asked for.
  const measured = useRef({ layout: -1, middles: new WeakMap<Range, number | null>() })
  const placed = useMemo(() => {
    const isWhole = open?.layout.isWhole() ?? false
    if (measured.current.layout !== layout) {
      // A further piece of a long article comes after what is there, which stays where it is.
      measured.current = { layout, middles: isWhole ? new WeakMap() : measured.current.middles }
    }
    const { middles } = measured.current
    /** How many in a row have no place yet: what comes after them is not laid out either. */
    let unplaced = 0
    const middleOf = ({ highlight, range, start, element }: AnchoredHighlight) => {
      // Nothing stands beside words that nothing is said of.
      if (highlight.id !== current && isEmptyNote(highlight.body) && highlight.tags.length === 0) return null
      const known = middles.get(range)
      if (known !== undefined) return known
      if (!open || (!isWhole && unplaced >= UNPLACED)) return null
      const line = element ? firstLineOf(open, range) : null
      const middle = line ? (line.top + line.bottom) / 2 : middleOfStart(open, start)
      if (isWhole || middle !== null) middles.set(range, middle)
      unplaced = middle === null ? unplaced + 1 : 0
      return middle
    }
    return anchored.map((each) => ({ anchored: each, middle: middleOf(each) }))
  }, [anchored, current, open, layout])
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
