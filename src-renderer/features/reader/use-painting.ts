import { useEffect, useMemo } from 'react'
import { createPainter } from '../../anchoring/paint'
import { isEmptyNote } from '../../editor/note-normal'
import type { ArticleDocument } from '../../frame/article-document'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface Painting {
  readonly highlights: readonly AnchoredHighlight[]
  /** Highlights to paint stronger: hovered, focused, open. */
  readonly strong: readonly (string | null)[]
  readonly matches: readonly Range[]
  readonly currentMatch: Range | null
  readonly flash: Range | null
}

/** Keeps the frame's painted highlights as they are told here. */
export function usePainting(article: ArticleDocument | null, painting: Painting): void {
  const { highlights, strong, matches, currentMatch, flash } = painting
  const painter = useMemo(() => article && createPainter(article.window), [article])
  const painted = useMemo(
    () =>
      highlights.map(({ highlight, start, end, range }) => ({
        id: highlight.id,
        start,
        end,
        range,
        createdAt: highlight.createdAt,
        colour: highlight.colour,
        hasNote: !isEmptyNote(highlight.body),
      })),
    [highlights],
  )
  const strongIds = strong.filter((id) => id !== null).join()
  useEffect(() => {
    painter?.paint(painted, { strong: new Set(strongIds.split(',')), matches, currentMatch, flash })
  }, [painter, painted, strongIds, matches, currentMatch, flash])
}
