import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import { HighlightGroup } from './HighlightGroup'

/** A highlight with the title of its article. */
export type ListedHighlight = Highlight & { articleTitle: string }

interface HighlightListProps {
  highlights: readonly ListedHighlight[]
  isStale: boolean
  /** Called when the last loaded highlights come into sight. */
  onEnd: () => void
}

/** Highlights in groups, one for each article; only what is near the screen is mounted. */
export function HighlightList({ highlights, isStale, onEnd }: HighlightListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => byArticle(highlights), [highlights])
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 60 + (groups[index]?.length ?? 1) * 90,
    getItemKey: (index) => groups[index]?.[0]?.articleId ?? index,
    overscan: 3,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? -1

  useEffect(() => {
    if (last >= groups.length - 1) onEnd()
  }, [last, groups.length, onEnd])

  return (
    <div ref={scroller} className="highlights-page__list" data-stale={isStale}>
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {rows.map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="highlights-page__row"
            style={{ transform: `translateY(${start}px)` }}
          >
            <HighlightGroup highlights={groups[index] ?? []} />
          </div>
        ))}
      </div>
    </div>
  )
}

function byArticle(highlights: readonly ListedHighlight[]): ListedHighlight[][] {
  const groups = new Map<string, ListedHighlight[]>()
  for (const highlight of highlights) {
    const group = groups.get(highlight.articleId)
    if (group) group.push(highlight)
    else groups.set(highlight.articleId, [highlight])
  }
  return [...groups.values()]
}
