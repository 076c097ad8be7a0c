import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { SnapshotId } from '@shared/domain/ids'
import { anchorPassage } from '../../anchoring/anchor'
import { createPainter } from '../../anchoring/paint'
import { useHighlightsIn } from '../../client/annotations'
import { useSettings } from '../../client/settings'
import type { ArticleDocument } from '../../frame/article-document'
import { ArticleFrame } from '../../frame/ArticleFrame'
import { readerVariables } from '../../frame/reader-variables'
import { isEmptyNote } from '../../editor/note-normal'
import './EarlierVersion.css'

interface EarlierVersionProps {
  readonly article: Article
  readonly snapshotId: SnapshotId
  /** The passage to begin at: UTF-16 units of this version's text. */
  readonly at: number | null
}

/** Share of the height at which the passage stands that it begins at. */
const PLACE = 0.25

/** An earlier version as it was, with its highlights where they stood. */
export function EarlierVersion({ article, snapshotId, at }: EarlierVersionProps) {
  const { typography, underlineHighlights } = useSettings()
  const { data: highlights } = useHighlightsIn(snapshotId)
  const [page, setPage] = useState<ArticleDocument | null>(null)
  const pane = useRef<HTMLDivElement>(null)

  const look = useMemo(() => {
    const root = document.documentElement
    const theme = root.dataset['theme'] ?? 'paper'
    return {
      theme,
      rem: parseFloat(getComputedStyle(root).fontSize),
      lineStyles: underlineHighlights || theme === 'contrast',
      variables: { ...readerVariables(typography, article.language), '--page-start': '36px', '--page-end': '36px' },
    }
  }, [typography, underlineHighlights, article.language])

  useEffect(() => {
    if (!page || !highlights) return
    const painted = highlights.flatMap(({ id, colour, body, createdAt, target }) => {
      const position = anchorPassage(page.index.text, target.position, target.quote)
      const range = position && page.index.rangeOf(position.start, position.end)
      return range ? [{ id, colour, hasNote: !isEmptyNote(body), createdAt, ...position, range }] : []
    })
    const state = { strong: new Set<string>(), matches: [], currentMatch: null, flash: null }
    createPainter(page.window, page.index.rangeOf).paint(painted, state)
  }, [page, highlights])

  const begin = useCallback(() => {
    const range = at === null ? null : page?.index.rangeOf(at, at + 1)
    if (!page || !pane.current || !range) return
    const top = range.getBoundingClientRect().top + page.frame.offsetTop
    pane.current.scrollTop = Math.max(0, top - pane.current.clientHeight * PLACE)
  }, [page, at])
  useEffect(begin, [begin])

  return (
    <div ref={pane} className="earlier-version" role="group" aria-label="Page" tabIndex={0}>
      <div className="earlier-version__page">
        <h1 className="earlier-version__title" lang={article.language ?? undefined} dir="auto">
          {article.title}
        </h1>
        <ArticleFrame
          snapshotId={snapshotId}
          title={`Earlier version of ${article.title}`}
          look={look}
          onOpen={setPage}
          onResize={begin}
        />
      </div>
    </div>
  )
}
