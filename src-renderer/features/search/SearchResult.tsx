import { FileText, MessageCircleQuestionMark, NotebookPen, NotebookText } from 'lucide-react'
import type { SearchHit } from '@shared/contract/search'
import { Marked } from '../../ui/layout/Marked'
import { Swatch } from '../../ui/controls/Swatch'
import { hitKey } from './result-groups'

interface SearchResultProps {
  hit: SearchHit
  isCurrent: boolean
  /** Words by which an article was found that is like another. */
  shared?: readonly string[]
  onActive: () => void
  onOpen: () => void
}

/** One result: what was found, and where. */
export function SearchResult({ hit, isCurrent, shared, onActive, onOpen }: SearchResultProps) {
  return (
    <div
      id={`hit-${hitKey(hit)}`}
      className="search-result"
      role="option"
      aria-selected={isCurrent}
      onMouseMove={() => {
        if (!isCurrent) onActive()
      }}
      onClick={onOpen}
    >
      {hit.kind === 'own-note' || hit.kind === 'answer' ? (
        <>
          {hit.kind === 'answer' ? (
            <MessageCircleQuestionMark className="icon" aria-hidden />
          ) : (
            <NotebookText className="icon" aria-hidden />
          )}
          <div>
            <div className="search-result__heading" dir="auto">
              <Marked excerpt={hit.kind === 'answer' ? hit.question : hit.title} />
            </div>
            {hit.excerpt.text !== '' && (
              <p dir="auto">
                <Marked excerpt={hit.excerpt} />
              </p>
            )}
            {hit.kind === 'answer' && hit.articleTitle !== null && (
              <small>
                <bdi>{hit.articleTitle}</bdi>
              </small>
            )}
          </div>
        </>
      ) : hit.kind === 'article' ? (
        <>
          <FileText className="icon" aria-hidden />
          <div>
            <div className="search-result__title" dir="auto">
              <Marked excerpt={hit.title} />
            </div>
            <p dir="auto">
              <Marked excerpt={hit.excerpt} />
            </p>
            {shared && (
              <small>
                Both speak of <bdi>{shared.join(', ')}</bdi>
              </small>
            )}
          </div>
        </>
      ) : (
        <>
          {hit.kind === 'highlight' ? <Swatch colour={hit.colour} /> : <NotebookPen className="icon" aria-hidden />}
          <div>
            <p className={hit.kind === 'highlight' ? 'search-result__quote' : 'search-result__own'} dir="auto">
              <Marked excerpt={hit.excerpt} />
            </p>
            <small>
              {hit.kind === 'note' && hit.passage === null ? 'Article note, ' : ''}
              <bdi>{hit.articleTitle}</bdi>
            </small>
          </div>
        </>
      )}
    </div>
  )
}
