import { PanelLeft, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSearch } from '../../client/search'
import { IconButton } from '../../ui/controls/IconButton'
import { openHit } from '../../ui/places/open-hit'
import { navigate } from '../../ui/places/route'
import { useMedia } from '../../ui/layout/use-media'
import { isTexts, useStored } from '../../ui/use-stored'
import { FilterChips } from './FilterChips'
import { RecentSearches } from './RecentSearches'
import { type Group, groupsOf, hitKey, type Shown } from './result-groups'
import { ResultFilters } from './ResultFilters'
import { SaveSearch } from './SaveSearch'
import { SearchBox, type SearchBoxHandle } from './SearchBox'
import { SearchPreview } from './SearchPreview'
import { SearchResults } from './SearchResults'
import { TextPreview } from './TextPreview'
import './SearchPage.css'

const FEW = 3
const MANY = 200
const MOST_RECENT = 8

interface SearchPageProps {
  /** What is searched for; it lives in the address. */
  text: string
  onShowSidebar: (() => void) | null
}

/** Searches articles, highlights, notes and answers as one types. */
export function SearchPage({ text, onShowSidebar }: SearchPageProps) {
  const [shown, setShown] = useState<Shown>('everything')
  const [active, setActive] = useState(0)
  const [recent, setRecent] = useStored('search.recent', NONE, isTexts)
  const hasPreview = useMedia('(min-width: 1100px)')
  const field = useRef<SearchBoxHandle>(null)
  const { data, isPlaceholderData, error } = useSearch(text, shown === 'everything' ? FEW : MANY)

  useEffect(() => field.current?.focus(), [])
  useEffect(() => setActive(0), [text, shown])

  const groups = data && text.trim() ? groupsOf(data, shown) : []
  const hits = groups.flatMap((group) => group.hits)
  const current = hits[Math.min(active, hits.length - 1)] ?? null
  const search = (next: string) => navigate({ page: 'search', text: next }, { replace: true })

  function open(index: number): void {
    const hit = hits[index]
    if (!hit) return
    const words = text.trim()
    setRecent([words, ...recent.filter((each) => each !== words)].slice(0, MOST_RECENT))
    openHit(hit)
  }

  return (
    <div className="search-page" data-preview={hasPreview && current !== null}>
      <main className="pane page" aria-label="Search" data-pane>
        <div className="search-page__head">
          <SearchBox
            ref={field}
            text={text}
            onChange={search}
            controls={groups.map(({ group }) => `results-${group}`).join(' ')}
            current={current ? `hit-${hitKey(current)}` : undefined}
            onMove={(step) => setActive(Math.max(0, Math.min(hits.length - 1, active + step)))}
            onOpen={() => open(active)}
            before={
              onShowSidebar && (
                <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
              )
            }
            after={
              text !== '' && (
                <>
                  <SaveSearch text={text.trim()} />
                  <IconButton
                    label="Clear"
                    icon={<X aria-hidden />}
                    onPress={() => {
                      search('')
                      field.current?.focus()
                    }}
                  />
                </>
              )
            }
          />
          <FilterChips text={text} onChange={search} />
          {data && text.trim() !== '' && <ResultFilters results={data} shown={shown} onShow={setShown} />}
        </div>
        {error ? (
          <p className="search-page__note" role="alert">
            {error.message}
          </p>
        ) : text.trim() === '' ? (
          <RecentSearches
            recent={recent}
            onSearch={(next) => {
              search(next)
              field.current?.complete()
            }}
            onClear={() => setRecent([])}
          />
        ) : (
          <SearchResults
            text={text.trim()}
            groups={groups}
            results={data ?? null}
            isStale={isPlaceholderData}
            current={current}
            onActive={(hit) => setActive(hits.indexOf(hit))}
            onOpen={(hit) => open(hits.indexOf(hit))}
            onShowAll={(group: Group) => {
              setShown(group)
              field.current?.focus()
            }}
            canShowAll={shown === 'everything'}
            onClear={() => search('')}
            onSearch={search}
          />
        )}
      </main>
      {hasPreview && current && 'passage' in current && (
        <SearchPreview hit={current} onOpen={() => open(hits.indexOf(current))} />
      )}
      {hasPreview && current && !('passage' in current) && (
        <TextPreview hit={current} onOpen={() => open(hits.indexOf(current))} />
      )}
    </div>
  )
}

const NONE: string[] = []
