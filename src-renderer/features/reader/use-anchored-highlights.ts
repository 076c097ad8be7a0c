import { useMemo, useRef } from 'react'
import type { Annotation, ArticleNote, Highlight } from '@shared/domain/annotation'
import type { SnapshotId } from '@shared/domain/ids'
import { anchorPassage } from '../../anchoring/anchor'
import type { ArticleDocument } from '../../frame/article-document'
import { pictureNear, wholeCovered } from './selecting/elements'

/** A highlight with the live range of its words. */
export interface AnchoredHighlight {
  readonly highlight: Highlight
  readonly start: number
  readonly end: number
  readonly range: Range
  /** The figure, table, formula or picture that it covers as a whole; null for words. */
  readonly element: Element | null
}

export interface AnchoredAnnotations {
  /** In reading order. */
  readonly anchored: readonly AnchoredHighlight[]
  /** Highlights whose words were not found in this version. */
  readonly orphans: readonly Highlight[]
  readonly articleNote: ArticleNote | null
}

type Anchor = Omit<AnchoredHighlight, 'highlight'>

function anchor(article: ArticleDocument, { target }: Highlight): Anchor | null {
  const position = anchorPassage(article.index.text, target.position, target.quote)
  if (!position) return null
  if (target.picture) {
    const element = pictureNear(article, target.picture.asset, position.start)
    if (!element) return null
    const range = article.document.createRange()
    range.selectNode(element)
    const at = article.index.offsetOf(element, 0)
    return { start: at, end: at, range, element }
  }
  const range = article.index.rangeOf(position.start, position.end)
  return range ? { ...position, range, element: wholeCovered(article, range, position) } : null
}

/** Resolves annotations against an open article, each place once. */
export function useAnchoredHighlights(
  article: ArticleDocument | null,
  annotations: readonly Annotation[],
  snapshotId: SnapshotId,
): AnchoredAnnotations {
  const known = useRef<{ article: ArticleDocument | null; anchors: Map<string, Anchor | null> }>({
    article: null,
    anchors: new Map(),
  })
  return useMemo(() => {
    if (known.current.article !== article) known.current = { article, anchors: new Map() }
    const { anchors } = known.current
    const anchored: AnchoredHighlight[] = []
    const orphans: Highlight[] = []
    let articleNote: ArticleNote | null = null
    for (const annotation of annotations) {
      if (annotation.kind === 'article-note') {
        articleNote = annotation
        continue
      }
      // A list from before a newer version came says nothing of it.
      if (!article || (annotation.place === 'placed' && annotation.target.snapshotId !== snapshotId)) continue
      // Its words change when a person attaches it to others.
      const key = `${annotation.id} ${annotation.target.snapshotId} ${annotation.target.position.start} ${annotation.target.position.end}`
      if (!anchors.has(key)) anchors.set(key, annotation.place === 'placed' ? anchor(article, annotation) : null)
      const found = anchors.get(key)
      if (found) anchored.push({ highlight: annotation, ...found })
      else orphans.push(annotation)
    }
    anchored.sort((a, b) => a.start - b.start || b.end - a.end)
    return { anchored, orphans, articleNote }
  }, [article, annotations, snapshotId])
}

/** The same highlights, but one as it would be after a change of its words. */
export function withDraft(
  article: ArticleDocument | null,
  anchored: readonly AnchoredHighlight[],
  draft: { readonly highlight: Highlight; readonly start: number; readonly end: number } | null,
): readonly AnchoredHighlight[] {
  const range = draft && article?.index.rangeOf(draft.start, draft.end)
  if (!article || !draft || !range) return anchored
  const { start, end } = draft
  const element = wholeCovered(article, range, draft)
  return anchored.map((each) =>
    each.highlight.id === draft.highlight.id ? { ...each, start, end, range, element } : each,
  )
}
