import { useCallback, useEffect, useRef, useState } from 'react'
import { blockAt, unitAt } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import type { PageBox } from '../place/page-geometry'
import { useFrameEvent } from '../use-frame-event'
import { caretBox } from './caret-box'
import { caretMove, type CaretMove } from './caret-keys'
import { focusOffset, moveCaret, setFocus } from './move-caret'

interface CaretOptions {
  readonly article: ArticleDocument | null
  /** The find result that is shown: the caret begins there, whatever is selected; null while nothing is looked for. */
  readonly found: () => number | null
  /** Where the caret begins when nothing is selected: the current highlight, or the first text in view. */
  readonly from: () => number
  /** Brings an offset into view. */
  readonly reveal: (offset: number) => void
  /** Words were selected with the caret. */
  readonly onSelect: () => void
  readonly say: (words: string) => void
}

const ENTERED = 'Caret mode. Arrow keys move, with Shift they select; Escape leaves.'
/** The longest selection that is read out whole, in UTF-16 units. */
const READ_OUT = 200

/** Caret mode: a caret that moves through the article by keys, and selects with Shift. */
export function useCaret({ article, found, from, reveal, onSelect, say }: CaretOptions) {
  const [isOn, setOn] = useState(false)
  const [box, setBox] = useState<PageBox | null>(null)
  const last = useRef(0)
  const draw = useCallback(() => {
    const selection = article?.document.getSelection()
    if (!article || !selection?.focusNode) return
    last.current = article.index.offsetOf(selection.focusNode, selection.focusOffset)
    setBox(caretBox(article, selection.focusNode, selection.focusOffset))
  }, [article])

  useFrameEvent(article, 'selectionchange', () => {
    if (!isOn || !article) return
    // What was selected became a highlight: the caret stays behind it.
    if (article.document.getSelection()?.rangeCount === 0) setFocus(article, last.current, false)
    draw()
  })
  useEffect(() => {
    if (!article || !isOn) return undefined
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(article.root)
    return () => observer.disconnect()
  }, [article, isOn, draw])

  const enter = () => {
    if (!article) return
    article.window.focus()
    const match = found()
    if (match !== null) setFocus(article, match, false)
    else if (article.document.getSelection()?.isCollapsed !== false) setFocus(article, from(), false)
    const at = focusOffset(article)
    if (at !== null) reveal(at)
    setOn(true)
    say(ENTERED)
  }
  const leave = () => {
    setOn(false)
    say('Caret mode off')
    const selection = article?.document.getSelection()
    if (selection?.isCollapsed) selection.removeAllRanges()
  }

  return {
    isOn,
    /** Where the caret is drawn; null while caret mode is off. */
    box: isOn ? box : null,
    toggle: () => (isOn ? leave() : enter()),
    leave,
    /** Moves the caret, if the key does that and caret mode is on. Says whether it did. */
    onKey: (event: KeyboardEvent): boolean => {
      const move = isOn && !event.isComposing ? caretMove(event) : null
      if (!article || !move) return false
      const before = focusOffset(article)
      const hasWords = article.document.getSelection()?.isCollapsed === false
      const extend = event.shiftKey || (event.altKey && hasWords)
      moveCaret(article, move, extend)
      const at = focusOffset(article)
      if (at === null) return true
      reveal(at)
      draw()
      say(toldOf(article, move, extend, before ?? at, at))
      if (extend && !event.shiftKey) onSelect()
      return true
    },
  }
}

/** What a screen reader says of a move: what is selected, or what the caret went to. */
function toldOf(article: ArticleDocument, move: CaretMove, extend: boolean, before: number, at: number): string {
  const { index, stepped } = article
  if (extend) {
    const words = article.document.getSelection()?.toString().trim() ?? ''
    if (words === '') return 'Nothing selected'
    return words.length > READ_OUT ? `Selected, ${words.split(/\s+/u).length} words` : `Selected: ${words}`
  }
  if (move.by === 'character') {
    const next = unitAt(stepped, at, 'character')
    const character = next ? index.text.slice(next.start, next.end) : ''
    return character.trim() === '' ? 'space' : character
  }
  if (move.by === 'word') {
    const word = unitAt(stepped, Math.min(before, at), 'word')
    return word ? index.text.slice(word.start, word.end) : ''
  }
  const stretch = move.by === 'sentence' ? unitAt(stepped, at, 'sentence') : lineFrom(article, at)
  return stretch ? index.text.slice(stretch.start, stretch.end).slice(0, READ_OUT) : ''
}

/** The rest of the line that an offset stands in, as far as its block goes. */
function lineFrom(article: ArticleDocument, at: number): { start: number; end: number } | null {
  const block = blockAt(article.stepped, at)
  if (!block) return null
  const start = Math.max(at, block.start)
  return { start, end: Math.min(block.end, start + 100) }
}
