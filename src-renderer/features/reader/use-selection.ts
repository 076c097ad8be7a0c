import { useCallback, useState } from 'react'
import type { TextPosition, TextQuote } from '@shared/domain/selector'
import { describePassage } from '../../anchoring/describe'
import type { ArticleDocument } from '../../frame/article-document'
import { firstLineOf, type PageBox } from './page-geometry'
import { useFrameEvent } from './use-frame-event'

/** Words a person has selected in the article. */
export interface SelectedPassage {
  readonly position: TextPosition
  readonly quote: TextQuote
  /** Its first line, in the page's pixels. */
  readonly line: PageBox
}

/** Reads the selection of the frame; null when no words are selected. */
export function readSelection(article: ArticleDocument): SelectedPassage | null {
  const selection = article.document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const { index } = article
  const passage = describePassage(
    index.text,
    index.offsetOf(range.startContainer, range.startOffset),
    index.offsetOf(range.endContainer, range.endOffset),
  )
  const words = passage && index.rangeOf(passage.position.start, passage.position.end)
  const line = words && firstLineOf(article, words)
  return passage && line ? { ...passage, line } : null
}

/**
 * The passage that is selected, once the pointer or Shift was let go; `offered` is the same until it is dismissed.
 * `clear` takes the selection away.
 */
export function useSelection(article: ArticleDocument | null) {
  const [selected, setSelected] = useState<SelectedPassage | null>(null)
  const [isOffered, setOffered] = useState(false)
  const read = useCallback(() => {
    setSelected(article && readSelection(article))
    setOffered(true)
  }, [article])
  const dismiss = useCallback(() => setOffered(false), [])
  const clear = useCallback(() => {
    article?.document.getSelection()?.removeAllRanges()
    setSelected(null)
  }, [article])

  useFrameEvent(article, 'pointerup', (event) => {
    // A click inside a selection ends it only after this event.
    if (event.button === 0) requestAnimationFrame(read)
  })
  useFrameEvent(article, 'keyup', (event) => {
    if (event.key === 'Shift' || event.key === 'a') read()
  })
  useFrameEvent(article, 'selectionchange', () => {
    const selection = article?.document.getSelection()
    if (!selection || selection.isCollapsed) setSelected(null)
  })

  return { selected, offered: isOffered ? selected : null, read, dismiss, clear }
}
