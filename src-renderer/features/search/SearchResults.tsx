import { useEffect, useRef } from 'react'
import type { SearchHit } from '@shared/contract/search'
import { Button } from '../../ui/Button'
import { type Group, hitKey, type ShownGroup } from './result-groups'
import { SearchResult } from './SearchResult'

interface SearchResultsProps {
  text: string
  groups: readonly ShownGroup[]
  /** Nothing holds all the words; these hold some. */
  isPartial: boolean
  /** These belong to what was typed before. */
  isStale: boolean
  isKnown: boolean
  current: SearchHit | null
  canShowAll: boolean
  onActive: (hit: SearchHit) => void
  onOpen: (hit: SearchHit) => void
  onShowAll: (group: Group) => void
  onClear: () => void
}

/** The results by group. The field keeps focus; the current result is its active descendant. */
export function SearchResults(props: SearchResultsProps) {
  const { text, groups, isPartial, isStale, isKnown, current, canShowAll, onActive, onOpen } = props
  const list = useRef<HTMLDivElement>(null)
  const currentKey = current && hitKey(current)

  useEffect(() => {
    if (currentKey) list.current?.querySelector(`[id="hit-${currentKey}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [currentKey])

  if (isKnown && groups.length === 0) {
    return (
      <div className="search-page__nothing" role="status">
        <h2>Nothing for “{text}”</h2>
        <p>Every article, highlight and note was searched.</p>
        <Button onPress={props.onClear}>Clear</Button>
      </div>
    )
  }
  return (
    <div ref={list} className="search-page__results" data-stale={isStale}>
      {isPartial && <p className="search-page__note">Nothing holds all of these words. These hold some of them.</p>}
      {groups.map(({ group, title, total, hits }) => (
        <section key={group}>
          <div className="search-page__group">
            <h2 id={`search-${group}`}>
              {title} <span className="num quiet">{total.toLocaleString('en-GB')}</span>
            </h2>
            {canShowAll && total > hits.length && (
              <Button look="link" aria-label={`Show all ${title.toLowerCase()}`} onPress={() => props.onShowAll(group)}>
                Show all
              </Button>
            )}
          </div>
          <div role="listbox" id={`results-${group}`} aria-labelledby={`search-${group}`}>
            {hits.map((hit) => (
              <SearchResult
                key={hitKey(hit)}
                hit={hit}
                isCurrent={hit === current}
                onActive={() => onActive(hit)}
                onOpen={() => onOpen(hit)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
