import { useEffect, useRef, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { AnnotationId } from '@shared/domain/ids'
import type { OutlineEntry } from '@shared/domain/snapshot'
import { useClient } from '../../../client/client'
import type { ArticleDocument } from '../../../frame/article-document'
import { sectionAt } from '../contents/sections'
import type { AnchoredHighlight } from '../highlights/use-anchored-highlights'

/** How long it says where reading was resumed, in milliseconds. */
const RESUMED_FOR = 4000

interface OpeningOptions {
  readonly article: Article
  readonly open: ArticleDocument | null
  readonly outline: readonly OutlineEntry[]
  readonly passage: { readonly start: number; readonly end: number } | null
  readonly annotationId: AnnotationId | null
  readonly highlights: readonly AnchoredHighlight[]
  readonly goTo: (offset: number, below?: number) => void
  readonly flash: (range: Range | null) => void
  readonly onActivate: (id: AnnotationId) => void
}

/** Where an article opens: at the passage or highlight that was asked for, else where reading stopped. */
export function useOpening(options: OpeningOptions): { resumedAt: string | null; dismiss: () => void } {
  const { article, open, outline, passage, annotationId, highlights, goTo, flash, onActivate } = options
  const client = useClient()
  const [resumedAt, setResumedAt] = useState<string | null>(null)
  const begun = useRef(false)
  const progress = useRef(article.progress)

  useEffect(() => {
    void client.articles.opened({ id: article.id }).catch(() => {
      // Only the order of lists depends on it; a real problem shows where the article itself is asked for.
    })
  }, [client, article.id])

  const start = passage?.start
  const end = passage?.end
  useEffect(() => {
    if (!open || start === undefined || end === undefined) return
    begun.current = true
    goTo(start)
    flash(open.index.rangeOf(start, end))
  }, [open, start, end, goTo, flash])

  const asked = highlights.find(({ highlight }) => highlight.id === annotationId)
  const askedStart = asked?.start
  const askedRange = useRef(asked?.range)
  askedRange.current = asked?.range
  useEffect(() => {
    if (!open || annotationId === null || askedStart === undefined) return
    begun.current = true
    goTo(askedStart)
    flash(askedRange.current ?? null)
    onActivate(annotationId)
  }, [open, annotationId, askedStart, goTo, flash, onActivate])

  useEffect(() => {
    if (!open || begun.current || annotationId !== null) return
    begun.current = true
    const { offset } = progress.current
    if (offset === 0) return
    goTo(offset, 0)
    setResumedAt(outline[sectionAt(outline, offset + 1)]?.text ?? `${Math.round(progress.current.fraction * 100)}%`)
  }, [open, annotationId, outline, goTo])

  useEffect(() => {
    if (resumedAt === null) return undefined
    const timer = window.setTimeout(() => setResumedAt(null), RESUMED_FOR)
    return () => window.clearTimeout(timer)
  }, [resumedAt])

  return { resumedAt, dismiss: () => setResumedAt(null) }
}
