import { ArrowLeft } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RelatedTo } from '@shared/contract/search'
import { useRelated, useRelatedSubject } from '../../client/search'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { IconButton } from '../../ui/controls/IconButton'
import { PageHeader } from '../../ui/layout/PageHeader'
import { navigate, openArticle } from '../../ui/places/route'
import { useMedia } from '../../ui/layout/use-media'
import { hitKey } from './result-groups'
import { SearchPreview } from './SearchPreview'
import { SearchResult } from './SearchResult'
import './AlikePage.css'

const MOST = 20
const KINDS = { article: 'article', passage: 'passage', annotation: 'highlight', 'own-note': 'note' } as const

interface AlikePageProps {
  to: RelatedTo
  onShowSidebar: (() => void) | null
}

/** Articles that speak of the same thing as an article, a passage, a highlight or a note, and by which words they were found. */
export function AlikePage({ to, onShowSidebar }: AlikePageProps) {
  const { data: subject, error } = useRelatedSubject(to)
  const { data: alike } = useRelated(to, MOST)
  const [active, setActive] = useState(0)
  const hasPreview = useMedia('(min-width: 1100px)')
  const list = useRef<HTMLDivElement>(null)
  const kind = KINDS[to.kind]
  const hits = alike ?? []
  const current = hits[Math.min(active, hits.length - 1)] ?? null
  const currentKey = current && hitKey(current)
  const hasHits = current !== null

  useEffect(() => {
    if (hasHits) list.current?.focus()
  }, [hasHits])
  useEffect(() => {
    if (currentKey) list.current?.querySelector(`[id="hit-${currentKey}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [currentKey])

  const open = (hit: (typeof hits)[number] | null) => hit && openArticle(hit.articleId, { passage: hit.passage })

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      Home: 0,
      End: hits.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) setActive(Math.max(0, Math.min(hits.length - 1, next)))
    else if (event.key === 'Enter') open(current)
    else if (event.key === 'Escape') window.history.back()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="search-page" data-preview={hasPreview && hasHits}>
      <main className="pane page alike-page" aria-label={`More like this ${kind}`} data-pane>
        <PageHeader
          title={`More like this ${kind}`}
          summary={hasHits ? String(hits.length) : ''}
          onShowSidebar={onShowSidebar}
        >
          <IconButton label="Back" icon={<ArrowLeft aria-hidden />} onPress={() => window.history.back()} />
        </PageHeader>
        {subject && (
          <div className="alike-page__subject">
            {subject.words !== '' && (
              <blockquote data-own={to.kind === 'own-note'} dir="auto">
                {subject.words}
              </blockquote>
            )}
            {subject.title !== '' && (
              <Button look="link" onPress={() => openSubject(to, subject.articleId)}>
                <bdi className="truncate">{subject.title}</bdi>
              </Button>
            )}
          </div>
        )}
        {error ? (
          <EmptyState title="This is not in the library any more">{error.message}</EmptyState>
        ) : alike && !hasHits ? (
          <EmptyState title="No other article speaks of the same thing">
            Lectern compares the words that are rare in your library. A longer passage holds more of them.
          </EmptyState>
        ) : (
          // The list has focus; the current result is its active descendant.
          <div
            ref={list}
            className="search-page__results alike-page__results"
            role="listbox"
            aria-label={`Articles like this ${kind}`}
            aria-activedescendant={currentKey ? `hit-${currentKey}` : undefined}
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            {hits.map((hit, index) => (
              <SearchResult
                key={hitKey(hit)}
                hit={hit}
                isCurrent={hit === current}
                shared={hit.shared}
                onActive={() => setActive(index)}
                onOpen={() => open(hit)}
              />
            ))}
          </div>
        )}
      </main>
      {hasPreview && current && <SearchPreview hit={current} onOpen={() => open(current)} />}
    </div>
  )
}

/** Goes back to what the others are like. */
function openSubject(to: RelatedTo, articleId: Parameters<typeof openArticle>[0] | null): void {
  if (to.kind === 'own-note') return navigate({ page: 'notes', noteId: to.noteId })
  if (articleId === null) return undefined
  return openArticle(articleId, {
    passage: to.kind === 'passage' ? to : null,
    annotationId: to.kind === 'annotation' ? to.annotationId : null,
  })
}
