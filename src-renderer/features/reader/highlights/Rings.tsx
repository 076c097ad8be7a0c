import { MessageSquareText } from 'lucide-react'
import { memo, useRef } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import { targetWords } from '@shared/text/target-words'
import { isEmptyNote } from '../../../editor/note-normal'
import type { ArticleDocument } from '../../../frame/article-document'
import { useView } from '../../annotations/use-view'
import { toPage, type PageBox } from '../place/page-geometry'
import './Rings.css'
import type { AnchoredHighlight } from './use-anchored-highlights'

/** The lines of a range in the page's pixels, one box for each line. */
function linesOf(article: ArticleDocument, range: Range): PageBox[] {
  const lines: PageBox[] = []
  for (const box of range.getClientRects()) {
    if (box.width === 0) continue
    const last = lines.at(-1)
    const here = toPage(article, box)
    if (last && here.top < last.bottom - 2 && here.bottom > last.top + 2) {
      lines[lines.length - 1] = {
        top: Math.min(last.top, here.top),
        bottom: Math.max(last.bottom, here.bottom),
        left: Math.min(last.left, here.left),
        right: Math.max(last.right, here.right),
      }
    } else lines.push(here)
  }
  return lines
}

/** A ring around a highlight's lines: highlights are painted, so their focus is drawn over the text. */
export function FocusRing({ article, range }: { readonly article: ArticleDocument; readonly range: Range }) {
  return linesOf(article, range).map((line) => (
    <div
      key={line.top}
      className="rings__ring"
      style={{ top: line.top, left: line.left, width: line.right - line.left, height: line.bottom - line.top }}
    />
  ))
}

/** The dotted line from the text's edge to the active note. */
export function Leader({ colour, middle, from }: { colour: Highlight['colour']; middle: number; from: number }) {
  return <div className="rings__leader" data-colour={colour} style={{ top: middle, left: from, right: -14 }} />
}

interface MarginMarksProps {
  readonly highlights: readonly { readonly anchored: AnchoredHighlight; readonly middle: number | null }[]
  readonly activeId: AnnotationId | null
  readonly onOpen: (highlight: Highlight) => void
}

/** Marks in the margin where there is no room for the notes themselves, as far as they are near the view. */
export const MarginMarks = memo(function MarginMarks({ highlights, activeId, onOpen }: MarginMarksProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useView(box, 'margin')
  return (
    <div ref={box} className="rings__marks">
      {highlights.flatMap(({ anchored: { highlight }, middle }) =>
        middle === null ||
        (highlight.id !== activeId && (middle < view.top || middle > view.bottom)) ||
        (isEmptyNote(highlight.body) && highlight.tags.length === 0)
          ? []
          : [
              <button
                key={highlight.id}
                type="button"
                className="rings__mark"
                data-colour={highlight.colour}
                aria-label={`Note on “${targetWords(highlight.target).slice(0, 60)}”`}
                aria-expanded={highlight.id === activeId}
                style={{ top: middle - 12 }}
                onClick={() => onOpen(highlight)}
              >
                <MessageSquareText className="icon" aria-hidden />
              </button>,
            ],
      )}
    </div>
  )
})
