import { memo } from 'react'
import type { ArticleDocument } from '../../../frame/article-document'
import { toPage } from '../place/page-geometry'
import type { AnchoredHighlight } from '../highlights/use-anchored-highlights'
import './ElementMarks.css'

interface ElementMarksProps {
  readonly article: ArticleDocument
  readonly highlights: readonly { readonly anchored: AnchoredHighlight }[]
  readonly activeId: string | null
}

/** How closely the frame stands around it. */
function kindOf(element: Element): 'picture' | 'inline' | 'block' {
  if (element.matches('img')) return 'picture'
  return element.matches('math:not([display="block"])') ? 'inline' : 'block'
}

/**
 * Frames around figures, tables, formulas and pictures that are highlighted as a whole: nothing else of them is painted. They are
 * measured when the list of highlights is another, which it is whenever the page is laid out anew.
 */
export const ElementMarks = memo(function ElementMarks({ article, highlights, activeId }: ElementMarksProps) {
  return highlights.map(({ anchored: { highlight, element } }) => {
    if (!element) return null
    const box = element.getBoundingClientRect()
    if (box.height === 0) return null
    const { top, left } = toPage(article, { top: box.top, bottom: box.bottom, left: box.left, right: box.right })
    return (
      <div
        key={highlight.id}
        className="element-mark"
        data-colour={highlight.colour}
        data-kind={kindOf(element)}
        data-active={highlight.id === activeId}
        style={{ top, left, width: box.width, height: box.height }}
      />
    )
  })
})
