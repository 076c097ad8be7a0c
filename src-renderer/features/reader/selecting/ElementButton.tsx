import { SquareDashedMousePointer } from 'lucide-react'
import type { ArticleDocument } from '../../../frame/article-document'
import { toPage } from '../place/page-geometry'
import './ElementButton.css'
import { elementName } from './elements'

interface ElementButtonProps {
  readonly article: ArticleDocument
  readonly element: Element
  readonly onSelect: () => void
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Selects a whole figure, table or formula; it stands at the corner of the one that the pointer is over. */
export function ElementButton({ article, element, onSelect, onStay, onLeave }: ElementButtonProps) {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  const at = toPage(article, { top, bottom, left, right })
  const column = article.root.getBoundingClientRect()
  return (
    <button
      type="button"
      className="element-button"
      style={{ top: at.top, left: Math.min(at.right, column.right + article.frame.offsetLeft) }}
      aria-keyshortcuts="W"
      onMouseDown={(event) => event.preventDefault()}
      onMouseEnter={onStay}
      onMouseLeave={onLeave}
      onClick={onSelect}
    >
      <SquareDashedMousePointer className="icon" aria-hidden />
      Select {elementName(element)}
    </button>
  )
}
