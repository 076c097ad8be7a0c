import { useEffect, useRef } from 'react'
import type { SearchHit, SearchResults as Results } from '@shared/contract/search'
import { Button } from '../../ui/controls/Button'
import { type Group, hitKey, type ShownGroup } from './result-groups'
import { SearchResult } from './SearchResult'

interface SearchResultsProps {
  text: string
  groups: readonly ShownGroup[]
  /** Null while nothing has come yet. */
  results: Results | null
  /** These belong to what was typed before. */
  isStale: boolean
  current: SearchHit | null
  canShowAll: boolean
  onActive: (hit: SearchHit) => void
  onOpen: (hit: SearchHit) => void
  onShowAll: (group: Group) => void
  onClear: () => void
  onSearch: (text: string) => void
}

/** The results by group. The field keeps focus; the current result is its active descendant. */
export function SearchResults(props: SearchResultsProps) {
  const { text, groups, results, isStale, current, canShowAll, onActive, onOpen } = props
  const list = useRef<HTMLDivElement>(null)
  const currentKey = current && hitKey(current)

  useEffect(() => {
    if (currentKey) list.current?.querySelector(`[id="hit-${currentKey}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [currentKey])

  const meant = results?.didYouMean ?? null
  if (results && groups.length === 0) {
    return (
      <div className="search-page__nothing" role="status">
        <h2>Nothing for “{text}”</h2>
        {meant ? (
          <p>
            Did you mean{' '}
            <Button look="link" onPress={() => props.onSearch(meant.text)}>
              {meant.text}
            </Button>
            ?
          </p>
        ) : (
          <p>Every article, highlight, note and answer was searched.</p>
        )}
        <Pending count={results.pending} />
        <Button onPress={props.onClear}>Clear</Button>
      </div>
    )
  }
  return (
    <div ref={list} className="search-page__results" data-stale={isStale}>
      {results?.partial && (
        <p className="search-page__note">Nothing holds all of these words. These hold some of them.</p>
      )}
      {meant && (
        <p className="search-page__spelling" role="status">
          {meant.shown ? 'Nothing holds what you typed. Shown instead: ' : 'Did you mean '}
          <Button look="link" onPress={() => props.onSearch(meant.text)}>
            {meant.text}
          </Button>
          {meant.shown ? '' : '?'}
        </p>
      )}
      <Pending count={results?.pending ?? 0} />
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

/** Says that what is found is not all yet. */
function Pending({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="search-page__note" role="status">
      {count === 1 ? '1 article is' : `${count.toLocaleString('en-GB')} articles are`} still being indexed after the
      update. What they hold is found in a while.
    </p>
  )
}
