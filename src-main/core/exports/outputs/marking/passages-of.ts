import type { AnnotationId } from '@shared/domain/ids'
import { saysSomething } from '../../note-markdown'
import type { PlacedHighlight } from '../../place'
import type { ArticleOutput } from '../article-output'
import type { Passage } from './mark-passages'

/** A highlight with the number of its note. */
export interface NumberedHighlight {
  readonly placed: PlacedHighlight
  /** From 1, in reading order; null where nothing is written and no tag given. */
  readonly number: number | null
}

/** An article's highlights as they are shown: what can be marked, and what must be listed instead. */
export interface Shown {
  readonly passages: readonly Passage[]
  /** In reading order, those that are not marked last. */
  readonly numbered: readonly NumberedHighlight[]
  /** Those whose words are not in the text. */
  readonly lost: readonly NumberedHighlight[]
}

/** Sorts out highlights. Only one whose words stand in the text exactly where it says is marked. */
export function shownHighlights({ article, highlights, text }: ArticleOutput): Shown {
  const whole = highlights.length === 0 ? '' : text()
  const marked = new Set<AnnotationId>()
  for (const { highlight } of highlights) {
    const { snapshotId, position, quote } = highlight.target
    const stands = whole.slice(position.start, position.end) === quote.exact
    if (highlight.place === 'placed' && snapshotId === article.snapshotId && stands) marked.add(highlight.id)
  }
  let count = 0
  const numbered = highlights.map((placed): NumberedHighlight => {
    const { body, tags } = placed.highlight
    const hasNote = (body !== null && saysSomething(body)) || tags.length > 0
    return { placed, number: hasNote ? (count += 1) : null }
  })
  const isMarked = ({ placed }: NumberedHighlight) => marked.has(placed.highlight.id)
  return {
    numbered,
    lost: numbered.filter((one) => !isMarked(one)),
    passages: numbered.filter(isMarked).map(({ placed: { highlight }, number }) => ({
      id: highlight.id,
      ...highlight.target.position,
      colour: highlight.colour,
      picture: highlight.target.picture?.asset ?? null,
      note: number,
    })),
  }
}
