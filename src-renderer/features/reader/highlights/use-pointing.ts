import { useRef, useState } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { caretAt, passagesAt } from '../../../anchoring/hit-test'
import type { ArticleDocument } from '../../../frame/article-document'
import type { AnchoredHighlight } from './use-anchored-highlights'
import { useFrameEvent } from '../use-frame-event'

interface PointingOptions {
  readonly article: ArticleDocument | null
  readonly highlights: readonly AnchoredHighlight[]
  /** A click on text: the highlights under it, shortest first, and where it was in the frame. */
  readonly onPress: (highlights: readonly AnchoredHighlight[], x: number, y: number) => void
}

/** Which highlight is under the pointer, and clicks on highlights. They are painted, so they hear no events themselves. */
export function usePointing({ article, highlights, onPress }: PointingOptions) {
  const [hovered, setHovered] = useState<AnnotationId | null>(null)
  const waiting = useRef(0)

  const at = (x: number, y: number): AnchoredHighlight[] => {
    const caret = article && caretAt(article.document, x, y)
    if (!article || !caret || !article.root.contains(caret.node)) return []
    return passagesAt(highlights, article.index, article.index.offsetOf(caret.node, caret.offset), x, y)
  }

  const point = (id: AnnotationId | null) => {
    setHovered(id)
    if (article) article.document.documentElement.style.cursor = id === null ? '' : 'pointer'
  }

  useFrameEvent(article, 'mousemove', (event) => {
    if (waiting.current !== 0) return
    waiting.current = requestAnimationFrame(() => {
      waiting.current = 0
      const id = event.buttons === 0 ? (at(event.clientX, event.clientY)[0]?.highlight.id ?? null) : null
      if (id !== hovered) point(id)
    })
  })
  useFrameEvent(article, 'mouseleave', () => point(null))
  useFrameEvent(article, 'click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.detail > 1) return
    const selection = article?.document.getSelection()
    if (selection && !selection.isCollapsed) return
    onPress(at(event.clientX, event.clientY), event.clientX, event.clientY)
  })

  return { hovered, setHovered }
}
