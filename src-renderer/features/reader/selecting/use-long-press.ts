import { useCallback, useEffect, useRef } from 'react'
import { caretAt } from '../../../anchoring/hit-test'
import { unitAt } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import { useFrameEvent } from '../use-frame-event'
import { selectRange } from './select-range'

/** A finger that stays for so long selects, in ms: a little longer than systems that select by themselves. */
const LONG = 650
/** The end of a press takes a selection away within so long, in ms. */
const ENDING = 300
/** A finger that moves further than this scrolls, in pixels. */
const STILL = 10

/**
 * Selects the word that a finger is held on, where the system does not.
 * @returns what lets go of that word, for whoever takes the selection away on purpose
 */
export function useLongPress(article: ArticleDocument | null, onSelect: () => void): () => void {
  const timer = useRef(0)
  const from = useRef({ x: 0, y: 0 })
  /** The browser's own end of the press takes the selection away, so it is made again. */
  const selected = useRef<Range | null>(null)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const select = () => {
    const selection = article?.document.getSelection()
    if (!article || (selection && !selection.isCollapsed)) return
    const { x, y } = from.current
    const caret = caretAt(article.document, x, y)
    if (!caret || !article.root.contains(caret.node)) return
    const word = unitAt(article.stepped, article.index.offsetOf(caret.node, caret.offset), 'word')
    const range = word && article.index.rangeOf(word.start, word.end)
    if (!range) return
    selected.current = range
    selectRange(article, range)
    onSelect()
  }
  const forget = () => window.clearTimeout(timer.current)
  const end = () => {
    forget()
    timer.current = window.setTimeout(() => {
      selected.current = null
    }, ENDING)
  }

  useFrameEvent(article, 'pointerdown', (event) => {
    forget()
    selected.current = null
    if (event.pointerType !== 'touch' || !event.isPrimary) return
    from.current = { x: event.clientX, y: event.clientY }
    timer.current = window.setTimeout(select, LONG)
  })
  useFrameEvent(article, 'pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > STILL) forget()
  })
  useFrameEvent(article, 'pointerup', end)
  useFrameEvent(article, 'pointercancel', end)
  useFrameEvent(article, 'contextmenu', (event) => {
    if (selected.current) event.preventDefault()
  })
  useFrameEvent(article, 'selectionchange', () => {
    const range = selected.current
    const selection = article?.document.getSelection()
    if (!article || !range || !selection?.isCollapsed) return
    selected.current = null
    selectRange(article, range)
    onSelect()
  })
  return useCallback(() => {
    selected.current = null
  }, [])
}
