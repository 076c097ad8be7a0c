import { PanelLeft, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSearch } from '../../client/search'
import { IconButton } from '../../ui/IconButton'
import { navigate, openArticle } from '../../ui/route'
import { useMedia } from '../../ui/use-media'
import { isTexts, useStored } from '../../ui/use-stored'
import { RecentSearches } from './RecentSearches'
import { type Group, groupsOf, hitKey, type Shown } from './result-groups'
import { ResultFilters } from './ResultFilters'
import { SearchPreview } from './SearchPreview'
import { SearchResults } from './SearchResults'
import './SearchPage.css'

const FEW = 3
const MANY = 200
const MOST_RECENT = 8

interface SearchPageProps {
  /** What is searched for; it lives in the address. */
  text: string
  onShowSidebar: (() => void) | null
}

/** Searches articles, highlights and notes as one types. */
export function SearchPage({ text, onShowSidebar }: SearchPageProps) {
  const [shown, setShown] = useState<Shown>('everything')
  const [active, setActive] = useState(0)
  const [recent, setRecent] = useStored('search.recent', NONE, isTexts)
  const hasPreview = useMedia('(min-width: 1100px)')
  const field = useRef<HTMLInputElement>(null)
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
    const annotationId = hit.kind === 'article' ? null : hit.annotationId
    openArticle(hit.articleId, { passage: hit.passage, annotationId })
  }

  return (
    <div className="search-page" data-preview={hasPreview && current !== null}>
      <main className="pane page" aria-label="Search" data-pane>
        <div className="search-page__head">
          <div className="search-page__field">
            {onShowSidebar && (
              <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
            )}
            <Search className="icon" aria-hidden />
            <input
              ref={field}
              type="search"
              className="search-page__input"
              aria-label="Search the library"
              placeholder="Search articles, highlights and notes"
              role="combobox"
              aria-expanded={hits.length > 0}
              aria-controls={groups.map(({ group }) => `results-${group}`).join(' ')}
              aria-activedescendant={current ? `hit-${hitKey(current)}` : undefined}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => search(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  event.preventDefault()
                  const next = active + (event.key === 'ArrowDown' ? 1 : -1)
                  setActive(Math.max(0, Math.min(hits.length - 1, next)))
                } else if (event.key === 'Enter') {
                  event.preventDefault()
                  open(active)
                } else if (event.key === 'Escape' && text !== '') {
                  event.preventDefault()
                  search('')
                }
              }}
            />
            {text !== '' && (
              <IconButton
                label="Clear"
                icon={<X aria-hidden />}
                onPress={() => {
                  search('')
                  field.current?.focus()
                }}
              />
            )}
          </div>
          {data && text.trim() !== '' && <ResultFilters results={data} shown={shown} onShow={setShown} />}
        </div>
        {error ? (
          <p className="search-page__note" role="alert">
            {error.message}
          </p>
        ) : text.trim() === '' ? (
          <RecentSearches recent={recent} onSearch={search} onClear={() => setRecent([])} />
        ) : (
          <SearchResults
            text={text.trim()}
            groups={groups}
            isPartial={data?.partial ?? false}
            isStale={isPlaceholderData}
            isKnown={data !== undefined}
            current={current}
            onActive={(hit) => setActive(hits.indexOf(hit))}
            onOpen={(hit) => open(hits.indexOf(hit))}
            onShowAll={(group: Group) => {
              setShown(group)
              field.current?.focus()
            }}
            canShowAll={shown === 'everything'}
            onClear={() => search('')}
          />
        )}
      </main>
      {hasPreview && current && <SearchPreview hit={current} onOpen={() => open(hits.indexOf(current))} />}
    </div>
  )
}

const NONE: string[] = []
