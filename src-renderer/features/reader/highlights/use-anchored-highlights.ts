import { useMemo, useRef } from 'react'
import type { Annotation, ArticleNote, Highlight } from '@shared/domain/annotation'
import type { SnapshotId } from '@shared/domain/ids'
import { anchorPassage } from '../../../anchoring/anchor'
import type { ArticleDocument } from '../../../frame/article-document'
import { pictureNear, wholeCovered } from '../selecting/elements'

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

/** What is known of the highlights of an open article. */
interface Known {
  readonly article: ArticleDocument | null
  /** By what decides where a highlight stands. */
  readonly anchors: Map<string, Anchor | null>
  /** The same object for the same highlight, so that whatever is made of it is made once. */
  readonly anchored: WeakMap<Highlight, AnchoredHighlight | null>
}

const nothingOf = (article: ArticleDocument | null): Known => ({ article, anchors: new Map(), anchored: new WeakMap() })

function resolve(
  { anchors, anchored }: Known,
  article: ArticleDocument,
  highlight: Highlight,
): AnchoredHighlight | null {
  const known = anchored.get(highlight)
  if (known !== undefined) return known
  // Its words change when a person attaches it to others.
  const { snapshotId, position } = highlight.target
  const key = `${highlight.id} ${snapshotId} ${position.start} ${position.end}`
  if (!anchors.has(key)) anchors.set(key, highlight.place === 'placed' ? anchor(article, highlight) : null)
  const found = anchors.get(key)
  const resolved = found ? { highlight, ...found } : null
  anchored.set(highlight, resolved)
  return resolved
}

/** Resolves annotations against an open article, each place once. */
export function useAnchoredHighlights(
  article: ArticleDocument | null,
  annotations: readonly Annotation[],
  snapshotId: SnapshotId,
): AnchoredAnnotations {
  const known = useRef(nothingOf(null))
  return useMemo(() => {
    if (known.current.article !== article) known.current = nothingOf(article)
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
      const found = resolve(known.current, article, annotation)
      if (found) anchored.push(found)
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
