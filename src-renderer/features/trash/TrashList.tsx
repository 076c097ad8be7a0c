import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import { counted, sourceName } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { daysLeft } from './days-left'

interface TrashListProps {
  ids: readonly ArticleId[]
  articles: ReadonlyMap<ArticleId, Article>
  onRange: (first: number, last: number) => void
  onRestore: (article: Article) => void
  onDelete: (article: Article) => void
}

/** Deleted articles, each with how long it stays. */
export function TrashList({ ids, articles, onRange, onRestore, onDelete }: TrashListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
  })
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}
  useEffect(() => onRange(startIndex, endIndex), [onRange, startIndex, endIndex])

  return (
    <div ref={scroller} className="trash-page__list">
      <ul style={{ position: 'relative', height: virtual.getTotalSize() }} aria-label="Deleted articles">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const id = ids[index]
          const article = id && articles.get(id)
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="trash-page__row"
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {article && (
                <div className="trash-page__item">
                  <div className="grow">
                    <h2 lang={article.language ?? undefined} dir={article.direction}>
                      {article.title}
                    </h2>
                    <p>
                      {[sourceName(article), about(article), daysLeft(article.trashedAt ?? Date.now())]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Button onPress={() => onRestore(article)} aria-label={`Restore ${article.title}`}>
                    Restore
                  </Button>
                  <Button look="ghost" onPress={() => onDelete(article)} aria-label={`Delete now… ${article.title}`}>
                    Delete now…
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function about({ annotationCount }: Article): string {
  return annotationCount > 0 ? counted(annotationCount, 'highlight or note', 'highlights and notes') : ''
}
