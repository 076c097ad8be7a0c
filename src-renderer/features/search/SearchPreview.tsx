import { CornerDownLeft } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SearchHit } from '@shared/contract/search'
import { createPainter } from '../../anchoring/paint'
import { useArticle } from '../../client/articles'
import { useSettings } from '../../client/settings'
import type { ArticleDocument } from '../../frame/article-document'
import { ArticleFrame } from '../../frame/ArticleFrame'
import { readerVariables } from '../../frame/reader-variables'
import { Button } from '../../ui/controls/Button'
import { findWords } from './find-words'

/** A result that stands in an article. */
export type PassageHit = Extract<SearchHit, { kind: 'article' | 'highlight' | 'note' }>

/** Share of the preview's height at which the passage stands. */
const PLACE = 0.2

/** The page a result leads to, at the passage, with the words that were found marked. */
export function SearchPreview({ hit, onOpen }: { hit: PassageHit; onOpen: () => void }) {
  const { data: article } = useArticle(hit.articleId)
  const { typography, underlineHighlights } = useSettings()
  const [page, setPage] = useState<ArticleDocument | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const snapshotId = hit.passage?.snapshotId ?? article?.snapshotId ?? null

  const look = useMemo(() => {
    const root = document.documentElement
    const theme = root.dataset['theme'] ?? 'paper'
    return {
      theme,
      rem: parseFloat(getComputedStyle(root).fontSize),
      lineStyles: underlineHighlights || theme === 'contrast',
      variables: {
        ...readerVariables({ ...typography, size: Math.min(typography.size, 17) }, article?.language ?? null),
        '--page-start': '32px',
        '--page-end': '32px',
      },
    }
  }, [typography, underlineHighlights, article?.language])

  const show = useCallback(() => {
    const pane = scroller.current
    if (!page || !pane) return
    const { passage, excerpt } = hit
    const range = passage && page.index.rangeOf(passage.start, passage.end)
    const matches = passage ? findWords(page.index.text, passage, excerpt) : []
    createPainter(page.window, page.index.rangeOf).paint([], {
      strong: new Set(),
      matches: matches.flatMap(([start, end]) => page.index.rangeOf(start, end) ?? []),
      currentMatch: null,
      flash: hit.kind === 'article' ? null : range,
    })
    const top = range?.getBoundingClientRect().top ?? 0
    pane.scrollTop = Math.max(0, top + page.frame.offsetTop - pane.clientHeight * PLACE)
  }, [page, hit])
  useEffect(show, [show])

  return (
    <aside className="pane search-preview" aria-label="Preview" data-pane>
      <div className="bar">
        <span className="grow truncate search-preview__title" dir="auto">
          {hit.articleTitle}
        </span>
        <Button onPress={onOpen}>
          Open
          <CornerDownLeft className="icon" aria-hidden />
        </Button>
      </div>
      <div ref={scroller} className="search-preview__scroll" role="group" aria-label="Page" tabIndex={0}>
        {snapshotId && (
          <ArticleFrame
            key={snapshotId}
            snapshotId={snapshotId}
            title={`Preview of ${hit.articleTitle}`}
            look={look}
            onOpen={setPage}
            onResize={show}
          />
        )}
      </div>
    </aside>
  )
}
