import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleDocument } from '../../../frame/article-document'
import { isElement } from '../../../frame/nodes'
import { blockAround, blocksOf, pathOf, widerThan } from './blocks'
import { addPickStyles } from './pick-styles'
import { countWords } from './word-count'

interface PickingOptions {
  /** The page; null while it loads or when nothing is to be picked. */
  readonly page: ArticleDocument | null
  readonly onUse: () => void
  readonly onLeave: () => void
}

/** Choosing parts of a page, by pointer or by keys alone. */
export interface Picking {
  /** How many words the chosen parts have. */
  readonly words: number
  /** How many parts are chosen. */
  readonly count: number
  /** What just happened, for screen readers. */
  readonly said: string
  /** Where the chosen parts stand, in document order. */
  readonly paths: () => number[][]
}

const SAID_LETTERS = 80

/**
 * Lets parts of a page be chosen. The frame runs no scripts, so all listeners are put on from here; marks are attributes of the
 * page's elements, which are a copy made for this.
 */
export function usePicking({ page, onUse, onLeave }: PickingOptions): Picking {
  const [picked, setPicked] = useState<readonly HTMLElement[]>([])
  const [said, setSaid] = useState('')
  const at = useRef<HTMLElement | null>(null)
  /** Where `+` came from, so that `-` leads back. */
  const inner = useRef<HTMLElement[]>([])
  const latest = useRef({ onUse, onLeave, picked })
  latest.current = { onUse, onLeave, picked }

  const toggle = useCallback((block: HTMLElement) => {
    const before = latest.current.picked
    const around = before.find((each) => each.contains(block))
    // What lies within a new part is in it already.
    const next = around
      ? before.filter((each) => each !== around)
      : [...before.filter((each) => !block.contains(each)), block]
    setPicked(next)
    setSaid(`${around ? 'Left out' : 'Chosen'}: ${beginningOf(around ?? block)}`)
  }, [])

  useEffect(() => {
    if (page === null) return undefined
    const { document, root } = page
    page.layout.showAll()
    const removeStyles = addPickStyles(page)
    const go = (block: HTMLElement | null, shown: boolean) => {
      at.current?.removeAttribute('data-at')
      at.current = block
      if (block === null) return
      block.setAttribute('data-at', '')
      if (!shown) return
      block.scrollIntoView({ block: 'nearest' })
      const isPicked = latest.current.picked.some((each) => each.contains(block))
      setSaid(`${beginningOf(block)}${isPicked ? ', chosen' : ''}`)
    }
    const onMove = ({ target }: PointerEvent) => {
      const block = isElement(target) ? blockAround(target, root) : null
      if (block === at.current || (block !== null && at.current?.contains(block) && inner.current.length > 0)) return
      inner.current = []
      go(block, false)
    }
    const onClick = (event: MouseEvent) => {
      event.preventDefault()
      const { target } = event
      const block = isElement(target) ? blockAround(target, root) : null
      const wide = block !== null && at.current?.contains(block) ? at.current : block
      if (wide !== null) toggle(wide)
    }
    const onKey = (event: KeyboardEvent) => {
      const { key, shiftKey } = event
      if (event.altKey || (event.ctrlKey || event.metaKey) !== (key === 'Enter' && (event.ctrlKey || event.metaKey)))
        return
      const done = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      if (key === 'Escape') {
        done()
        latest.current.onLeave()
      } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        done()
        latest.current.onUse()
      } else if (key === 'Enter' || key === ' ') {
        done()
        if (at.current) toggle(at.current)
      } else if (key === 'ArrowDown' || key === 'ArrowUp' || key === 'Tab') {
        const next = neighbour(blocksOf(root), at.current, key === 'ArrowUp' || (key === 'Tab' && shiftKey) ? -1 : 1)
        // Behind the last block Tab goes on, so that nobody is caught in the page.
        if (next === null && key === 'Tab') return
        done()
        inner.current = []
        if (next !== null) go(next, true)
      } else if (key === 'ArrowLeft' || key === '+' || key === '=') {
        done()
        const wide = at.current && widerThan(at.current, root)
        if (!wide || !at.current) return
        inner.current.push(at.current)
        go(wide, true)
      } else if (key === 'ArrowRight' || key === '-') {
        done()
        const narrow = inner.current.pop() ?? (at.current ? blocksOf(at.current)[0] : undefined)
        if (narrow) go(narrow, true)
      }
    }
    document.addEventListener('pointermove', onMove)
    document.addEventListener('click', onClick, true)
    document.addEventListener('keydown', onKey, true)
    root.tabIndex = -1
    root.focus({ preventScroll: true })
    return () => {
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('keydown', onKey, true)
      go(null, false)
      setPicked([])
      setSaid('')
      removeStyles()
    }
  }, [page, toggle])

  useEffect(() => {
    for (const block of picked) block.setAttribute('data-picked', '')
    return () => {
      for (const block of picked) block.removeAttribute('data-picked')
    }
  }, [picked])

  const words = useMemo(() => picked.reduce((sum, block) => sum + countWords(block.textContent ?? ''), 0), [picked])
  return {
    words,
    count: picked.length,
    said,
    paths: () => (page === null ? [] : picked.map((block) => pathOf(block, page.root))),
  }
}

/** The block before or behind one that does not hold it, nor is held by it. */
function neighbour(blocks: readonly HTMLElement[], from: HTMLElement | null, step: 1 | -1): HTMLElement | null {
  const start = from === null ? (step === 1 ? -1 : blocks.length) : blocks.indexOf(from)
  for (let index = start + step; index >= 0 && index < blocks.length; index += step) {
    const block = blocks[index]
    if (block && !block.contains(from) && !from?.contains(block) && !holdsBlocks(block)) return block
  }
  return null
}

/** Arrows lead from line to line; what holds several is reached by widening. */
function holdsBlocks(block: HTMLElement): boolean {
  return !/^(?:table|figure|pre|h[1-6])$/iu.test(block.tagName) && blocksOf(block).length > 0
}

function beginningOf(block: HTMLElement): string {
  const text = (block.textContent ?? '').replace(/\s+/gu, ' ').trim()
  if (text === '') return 'Image'
  return text.length > SAID_LETTERS ? `${text.slice(0, SAID_LETTERS)}…` : text
}
