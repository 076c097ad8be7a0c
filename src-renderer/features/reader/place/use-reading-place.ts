import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '@shared/domain/article'
import type { OutlineEntry } from '@shared/domain/snapshot'
import type { ArticleDocument } from '../../../frame/article-document'
import { lineAt, placeAt, type Place } from '../../../frame/places'
import { createPlaceStore } from './place-shown'
import { sectionAt } from '../contents/sections'

/** How often progress is saved while scrolling, in milliseconds. */
const SAVE_EVERY = 1500
/** Scrolling has stopped when nothing moved for this long, in milliseconds. */
const SETTLED = 120
/** Where a jump puts its target: this share of the height below the top (DESIGN, Ask). */
const JUMP_AT = 0.3

/** A line this close to the edge of the pane counts as out of sight, in pixels. */
const EDGE = 60

interface ReadingPlaceOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly article: ArticleDocument | null
  readonly outline: readonly OutlineEntry[]
  readonly onProgress: (progress: Progress) => void
}

/** Where a person is in the article: follows the scrolling, saves it as a text offset, and brings back to it. */
export function useReadingPlace({ scroller, article, outline, onProgress }: ReadingPlaceOptions) {
  const [told] = useState(createPlaceStore)
  const place = useRef<Place | null>(null)
  const save = useRef(onProgress)
  save.current = onProgress

  const fraction = useCallback((): number => {
    const pane = scroller.current
    if (!pane || !article) return 0
    const seen =
      (pane.scrollTop + pane.clientHeight - article.frame.offsetTop) / Math.max(1, article.frame.offsetHeight)
    return Math.min(1, Math.max(0, seen)) * article.layout.share()
  }, [scroller, article])

  const look = useCallback(() => {
    const pane = scroller.current
    if (!pane || !article) return
    place.current = placeAt(article, Math.max(0, pane.scrollTop - article.frame.offsetTop))
    const section = sectionAt(outline, (place.current?.offset ?? 0) + 1)
    told.set({ percent: Math.floor(fraction() * 100), section })
  }, [scroller, article, outline, fraction, told])

  /** Scrolls to an offset: `below` pixels under the upper edge, or where jumps go. */
  const goTo = useCallback(
    (offset: number, below?: number) => {
      const pane = scroller.current
      const line = article && lineAt(article, offset)
      if (!pane || !line || !article) return
      pane.scrollTo({ top: line.top + article.frame.offsetTop - (below ?? pane.clientHeight * JUMP_AT) })
      look()
    },
    [scroller, article, look],
  )

  /** Scrolls to an offset only where it is out of sight. */
  const reveal = useCallback(
    (offset: number) => {
      const pane = scroller.current
      const line = article && lineAt(article, offset)
      if (!pane || !line || !article) return
      const top = line.top + article.frame.offsetTop - pane.scrollTop
      if (top < EDGE || top > pane.clientHeight - EDGE) goTo(offset)
    },
    [scroller, article, goTo],
  )

  /** Puts the line that was at the top back there, after the layout changed. */
  const keepPlace = useCallback(() => {
    const pane = scroller.current
    const kept = place.current
    if (!pane || !article || !kept || pane.scrollTop < article.frame.offsetTop) return
    const line = lineAt(article, kept.offset)
    if (line) pane.scrollTop = line.top + article.frame.offsetTop - kept.below
  }, [scroller, article])

  useEffect(() => {
    const pane = scroller.current
    if (!pane || !article) return undefined
    let settle = 0
    let saving = 0
    let isDirty = false
    const flush = () => {
      window.clearTimeout(saving)
      saving = 0
      if (!isDirty) return
      isDirty = false
      look()
      save.current({ offset: place.current?.offset ?? 0, fraction: fraction() })
    }
    const scrolled = () => {
      isDirty = true
      const isPastTitle = pane.scrollTop > article.frame.offsetTop - 40
      told.set({ percent: Math.floor(fraction() * 100), isPastTitle })
      window.clearTimeout(settle)
      settle = window.setTimeout(look, SETTLED)
      if (saving === 0) saving = window.setTimeout(flush, SAVE_EVERY)
    }
    look()
    pane.addEventListener('scroll', scrolled, { passive: true })
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      window.clearTimeout(settle)
      pane.removeEventListener('scroll', scrolled)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [scroller, article, look, fraction, told])

  return { told, goTo, reveal, keepPlace, offset: () => place.current?.offset ?? 0 }
}
