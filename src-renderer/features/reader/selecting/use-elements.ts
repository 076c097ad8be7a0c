import { useEffect, useRef, useState } from 'react'
import type { ArticleDocument } from '../../../frame/article-document'
import { isElement } from '../../../frame/nodes'
import { useFrameEvent } from '../use-frame-event'
import { elementName, nextElement, rangeOfElement, wholeAround } from './elements'
import { selectRange } from './select-range'

interface ElementsOptions {
  readonly article: ArticleDocument | null
  readonly from: () => number
  readonly reveal: (element: Element) => void
  readonly onSelect: () => void
  readonly say: (words: string) => void
}

/** From the one that was selected last it goes on if that is about in view: so many UTF-16 units. */
const NEAR = 3000
/** How long the button stays when the pointer has left the element, in milliseconds: the way to the button. */
const LINGER = 400

/** Selects whole figures, tables, pictures and formulas: by key, by double click, or by a button where the pointer is. */
export function useElements({ article, from, reveal, onSelect, say }: ElementsOptions) {
  const [hovered, setHovered] = useState<Element | null>(null)
  const leaving = useRef(0)
  const last = useRef<Element | null>(null)
  useEffect(() => () => window.clearTimeout(leaving.current), [])
  const stay = () => window.clearTimeout(leaving.current)
  const leave = () => {
    stay()
    leaving.current = window.setTimeout(() => setHovered(null), LINGER)
  }

  const select = (element: Element) => {
    const range = article && rangeOfElement(article, element)
    if (!article || !range) return
    last.current = element
    selectRange(article, range)
    setHovered(null)
    onSelect()
    const label = element.matches('img') ? element.getAttribute('alt') : article.document.getSelection()?.toString()
    say(`Selected ${elementName(element)}: ${label?.trim().slice(0, 160) ?? ''}`)
  }

  useFrameEvent(article, 'mouseover', (event) => {
    const element = isElement(event.target) ? wholeAround(event.target, true) : null
    if (!element || event.buttons !== 0) leave()
    else {
      stay()
      setHovered(element)
    }
  })
  useFrameEvent(article, 'mouseleave', leave)
  useFrameEvent(article, 'dblclick', (event) => {
    const element = isElement(event.target) ? event.target.closest('math, img') : null
    if (element) select(wholeAround(element) ?? element)
  })

  return {
    /** The element that the button is offered for. */
    hovered,
    stay,
    leave,
    select,
    /** Selects the next one by key: after the one that was selected last, else from what is in view. */
    selectNext: () => {
      const top = from()
      const away = article && last.current ? article.index.offsetOf(last.current, 0) - top : -1
      const goesOn = away >= -NEAR && away < NEAR
      const element = article && nextElement(article, top, goesOn ? last.current : null)
      if (!element) {
        say('No figures, tables or formulas')
        return
      }
      reveal(element)
      select(element)
    },
  }
}
