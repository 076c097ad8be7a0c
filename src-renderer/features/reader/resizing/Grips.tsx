import { useRef } from 'react'
import type { HighlightColour } from '@shared/domain/colour'
import { caretAt } from '../../../anchoring/hit-test'
import type { ArticleDocument } from '../../../frame/article-document'
import type { PageBox } from '../place/page-geometry'
import { toPage } from '../place/page-geometry'
import './Grips.css'
import type { Edge, Stretch } from './resized'

interface GripsProps {
  readonly article: ArticleDocument
  readonly colour: HighlightColour
  /** The highlight as it is shown now. */
  readonly stretch: Stretch
  readonly onDrag: (from: Stretch, edge: Edge, offset: number, isExact: boolean) => void
  readonly onKeep: () => void
  readonly onRestore: () => void
}

/** Nearer to the edge of the pane than this, dragging scrolls, in pixels. */
const NEAR_EDGE = 48
const SCROLL_STEP = 14

/** Handles at both ends of the current highlight. By keys the same is done with Shift and the arrow keys. */
export function Grips(props: GripsProps) {
  return (
    <>
      <Grip {...props} edge="start" />
      <Grip {...props} edge="end" />
    </>
  )
}

function Grip({ article, colour, stretch, edge, onDrag, onKeep, onRestore }: GripsProps & { readonly edge: Edge }) {
  const from = useRef<Stretch | null>(null)
  const at = edgeBox(article, stretch, edge)
  if (!at) return null

  const drag = (event: React.PointerEvent<HTMLElement>) => {
    if (!from.current) return
    const frame = article.frame.getBoundingClientRect()
    // The finger holds the grip, which is below or above the words that it points to.
    const lift = (edge === 'start' ? 1 : -1) * (event.pointerType === 'touch' ? 20 : 8)
    const caret = caretAt(article.document, event.clientX - frame.left, event.clientY - frame.top + lift)
    if (caret && article.root.contains(caret.node)) {
      const offset = article.index.offsetOf(caret.node, caret.offset)
      onDrag(from.current, edge, offset, event.ctrlKey || event.metaKey)
    }
    scrollNear(event.currentTarget, event.clientY)
  }
  const end = () => {
    from.current = null
    onKeep()
  }

  return (
    <div
      className="grips__grip"
      data-edge={edge}
      data-colour={colour}
      style={{ top: edge === 'start' ? at.top : at.bottom, left: edge === 'start' ? at.left : at.right }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.stopPropagation()
        from.current = stretch
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        if (from.current) end()
      }}
      onPointerCancel={() => {
        from.current = null
        onRestore()
      }}
      aria-hidden
    />
  )
}

/** The box of the first or last character of a stretch, in the page's pixels. */
function edgeBox(article: ArticleDocument, { start, end }: Stretch, edge: Edge): PageBox | null {
  const range = edge === 'start' ? article.index.rangeOf(start, start + 1) : article.index.rangeOf(end - 1, end)
  const boxes = [...(range?.getClientRects() ?? [])].filter(({ height }) => height > 0)
  const box = edge === 'start' ? boxes[0] : boxes.at(-1)
  if (!range || !box) return null
  const element = range.startContainer.parentElement
  const isRtl = element !== null && article.window.getComputedStyle(element).direction === 'rtl'
  return toPage(article, isRtl ? { top: box.top, bottom: box.bottom, left: box.right, right: box.left } : box)
}

function scrollNear(element: HTMLElement, y: number): void {
  const pane = element.closest('[data-scroller]')
  if (!pane) return
  const { top, bottom } = pane.getBoundingClientRect()
  if (y < top + NEAR_EDGE) pane.scrollTop -= SCROLL_STEP
  else if (y > bottom - NEAR_EDGE) pane.scrollTop += SCROLL_STEP
}
