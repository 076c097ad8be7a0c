import { useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import type { ArticleDocument } from '../../../frame/article-document'
import { toPage, type PageBox } from '../place/page-geometry'
import type { AnchoredHighlight } from './use-anchored-highlights'

interface PressingOptions {
  readonly article: ArticleDocument | null
  readonly current: AnnotationId | null
  /** Makes a highlight the current one; its note may be shown. */
  readonly onChoose: (highlight: Highlight) => void
  /** Makes it the current one while others on the same words are offered too. */
  readonly onCycle: (highlight: Highlight, at: number, of: number) => void
  readonly onNothing: () => void
}

interface Chooser {
  readonly at: PageBox
  /** Shortest first. */
  readonly highlights: readonly Highlight[]
}

/**
 * What a click on highlights does. On words that several share it makes the shortest the current one and lists them all;
 * each further click there goes on to the next.
 */
export function usePressing({ article, current, onChoose, onCycle, onNothing }: PressingOptions) {
  const [chooser, setChooser] = useState<Chooser | null>(null)
  return {
    chooser,
    close: () => setChooser(null),
    choose: (highlight: Highlight) => {
      setChooser(null)
      onChoose(highlight)
    },
    press: (under: readonly AnchoredHighlight[], x: number, y: number) => {
      const [first] = under
      if (!first || !article) {
        setChooser(null)
        onNothing()
        return
      }
      if (under.length === 1) {
        setChooser(null)
        onChoose(first.highlight)
        return
      }
      // The first click begins with the shortest, whichever was the current one before.
      const offered = new Set(chooser?.highlights.map(({ id }) => id))
      const isRound = offered.size === under.length && under.every(({ highlight }) => offered.has(highlight.id))
      const now = isRound ? under.findIndex(({ highlight }) => highlight.id === current) : -1
      const next = under[(now + 1) % under.length] ?? first
      const at =
        chooser !== null && isRound ? chooser.at : toPage(article, { top: y - 8, bottom: y + 8, left: x, right: x })
      setChooser({ at, highlights: under.map(({ highlight }) => highlight) })
      onCycle(next.highlight, under.indexOf(next) + 1, under.length)
    },
  }
}
