import { useCallback, useEffect, useRef, useState } from 'react'
import type { TargetPicture, TextTarget } from '@shared/domain/annotation'
import type { SnapshotId } from '@shared/domain/ids'
import type { TextPosition, TextQuote } from '@shared/domain/selector'
import { describePassage, quoteOf } from '../../../anchoring/describe'
import type { ArticleDocument } from '../../../frame/article-document'
import { isAssetId } from '../../../ui/places/ids'
import { firstLineOf, toPage, type PageBox } from '../place/page-geometry'
import { useLongPress } from './use-long-press'
import { assetOf, pictureIn, wordsBeside } from './elements'
import { useFrameEvent } from '../use-frame-event'

/** Most UTF-16 units kept of what a picture's page says of it. */
const LONGEST_ALT = 1000
/** A selection by touch is done when it has not changed for so long, in milliseconds. */
const SETTLED = 350

/** Words a person has selected in the article. */
export interface SelectedPassage {
  readonly position: TextPosition
  readonly quote: TextQuote
  /** The picture that is selected, where it is one alone; the words are then those that it stands next to. */
  readonly picture?: TargetPicture
  /** Its first line, or the picture, in the page's pixels. */
  readonly line: PageBox
  /** Where its last line ends, in the page's pixels from the top. */
  readonly bottom: number
}

/** What of a selection a target is made of. */
export type SelectedWords = Pick<SelectedPassage, 'position' | 'quote' | 'picture'>

/** The target that a selection in a snapshot is. */
export function targetOf(snapshotId: SnapshotId, { position, quote, picture }: SelectedWords): TextTarget {
  return { snapshotId, position, quote, ...(picture === undefined ? {} : { picture }) }
}

/** Reads the selection of the frame; null when no words are selected, and no picture alone. */
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
  if (!passage) return readPicture(article, range)
  const words = index.rangeOf(passage.position.start, passage.position.end)
  const line = words && firstLineOf(article, words)
  if (!words || !line) return null
  return { ...passage, line, bottom: words.getBoundingClientRect().bottom + article.frame.offsetTop }
}

/** A picture that is selected alone, with the words that it stands next to. */
function readPicture(article: ArticleDocument, range: Range): SelectedPassage | null {
  const element = pictureIn(range)
  const asset = element && assetOf(element)
  const beside = element && wordsBeside(article, element)
  if (!element || !isAssetId(asset) || !beside) return null
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return {
    position: beside,
    quote: quoteOf(article.index.text, beside.start, beside.end),
    picture: { asset, alt: element.alt.trim().slice(0, LONGEST_ALT) },
    line: toPage(article, { top, bottom, left, right }),
    bottom: bottom + article.frame.offsetTop,
  }
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
  const letGo = useLongPress(article, read)
  const clear = useCallback(() => {
    letGo()
    article?.document.getSelection()?.removeAllRanges()
    setSelected(null)
  }, [article, letGo])

  /** Whether the finger that selects is known of: its long press sends no `pointerup`, as the system takes it over. */
  const isTouch = useRef(false)
  const settling = useRef(0)
  useEffect(() => () => window.clearTimeout(settling.current), [])

  useFrameEvent(article, 'pointerdown', (event) => {
    isTouch.current = event.pointerType === 'touch'
  })
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
    window.clearTimeout(settling.current)
    if (isTouch.current) settling.current = window.setTimeout(read, SETTLED)
  })

  return { selected, offered: isOffered ? selected : null, read, dismiss, clear }
}
