import { useCallback, useEffect, useRef, useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { ArticleId } from '@shared/domain/ids'
import { quoteOf } from '../../../anchoring/describe'
import { useAnnotationActions } from '../../../client/annotations'
import type { ArticleDocument } from '../../../frame/article-document'
import { pushUndo, undoWaitsFor } from '../../../ui/undo/undo'
import { reportError } from '../../../ui/undo/perform'
import type { AnchoredHighlight } from '../highlights/use-anchored-highlights'
import { changeInWords, dragEdge, stepEdge, type Edge, type Stretch } from './resized'

interface ResizingOptions {
  readonly articleId: ArticleId
  readonly article: ArticleDocument | null
  /** The current highlight where it is stored; null while there is none, or none that has words. */
  readonly current: AnchoredHighlight | null
  readonly reveal: (offset: number) => void
  readonly say: (words: string) => void
}

interface Draft extends Stretch {
  readonly highlight: Highlight
}

/**
 * Changes which words a highlight covers: by keys, or by its grips. What is being changed is only shown; it is stored when it
 * is kept, or when another highlight becomes the current one, and one step of undo takes it back.
 */
export function useResizing({ articleId, article, current, reveal, say }: ResizingOptions) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const newest = useRef<Draft | null>(null)
  const currentId = current?.highlight.id ?? null
  const actions = useAnnotationActions(articleId)

  const show = useCallback((next: Draft | null) => {
    newest.current = next
    setDraft(next)
  }, [])

  const keep = useCallback((): boolean => {
    const kept = newest.current
    if (!kept || !article) return false
    const { highlight, start, end } = kept
    const { position, snapshotId } = highlight.target
    const isSame = position.start === start && position.end === end
    if (isSame) {
      show(null)
      return true
    }
    const quote = quoteOf(article.index.text, start, end)
    const attach = () => actions.attach(highlight.id, { snapshotId, position: { start, end }, quote })
    const attached = attach()
      .then(() => {
        pushUndo({ label: 'Highlight changed', undo: () => actions.detach(highlight.id), redo: attach })
        say(`Kept: ${quote.exact}`)
      })
      .catch(reportError)
      .finally(() => {
        if (newest.current === kept) show(null)
      })
    void undoWaitsFor(attached)
    return true
  }, [article, actions, show, say])

  const keepNewest = useRef(keep)
  keepNewest.current = keep
  useEffect(() => {
    if (newest.current && newest.current.highlight.id !== currentId) keepNewest.current()
  }, [currentId])
  useEffect(() => () => void keepNewest.current(), [])

  const change = (make: (from: Stretch) => Stretch, edge: Edge) => {
    if (!article || !current) return
    // Enter and Escape are the page's keys.
    article.window.focus()
    const from = newest.current ?? current
    const { start, end } = make(from)
    show({ highlight: current.highlight, start, end })
    reveal(edge === 'start' ? start : Math.max(start, end - 1))
    if (start !== from.start || end !== from.end) say(changeInWords(article.index.text, from, { start, end }))
    else say('It cannot go further')
  }

  return {
    /** The words that the highlight would have; null while nothing is being changed. */
    draft,
    /** Moves an edge by one word or character. */
    step: (edge: Edge, unit: 'word' | 'character', to: 'left' | 'right') => {
      if (article) change((from) => stepEdge(article, from, edge, unit, to), edge)
    },
    /** Puts an edge at an offset. `from` is where the stretch stood when the drag began. */
    drag: (from: Stretch, edge: Edge, offset: number, isExact: boolean) => {
      if (!article || !current) return
      show({ highlight: current.highlight, ...dragEdge(article, from, edge, offset, isExact) })
    },
    /** Stores what was changed; false when nothing was. */
    keep,
    /** Puts it back as it was; false when nothing was changed. */
    restore: (): boolean => {
      if (newest.current === null) return false
      show(null)
      say('Highlight as it was')
      return true
    },
  }
}
