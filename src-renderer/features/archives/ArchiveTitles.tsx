import { useState } from 'react'
import type { ArticleId } from '@shared/domain/ids'
import { Button } from '../../ui/controls/Button'
import { VirtualList } from '../../ui/layout/VirtualList'
import { ArchiveTitleRow } from './ArchiveTitleRow'
import type { useTitles } from './use-titles'

/** Rows before the end of those that are known at which more are asked for. */
const AHEAD = 40

interface ArchiveTitlesProps {
  found: ReturnType<typeof useTitles>
  text: string
  /** Path of the page that is shown. */
  shown: string | null
  chosen: ReadonlySet<string>
  marks: ReadonlyMap<string, ArticleId>
  onShow: (path: string) => void
  onToggle: (path: string) => void
}

/** The titles of an archive: Enter shows the page, Space chooses it for importing. */
export function ArchiveTitles({ found, text, shown, chosen, marks, onShow, onToggle }: ArchiveTitlesProps) {
  const [focused, setFocused] = useState(0)
  const { titles, error, isKnown, isLooking, share, more } = found
  const isSearch = text.trim() !== ''

  if (error && titles.length === 0) {
    return (
      <p className="archive-view__note" role="alert">
        {error.message}
      </p>
    )
  }
  return (
    <>
      {titles.length > 0 ? (
        <VirtualList
          label="Titles"
          count={titles.length}
          estimate={36}
          padding={6}
          focused={Math.min(focused, titles.length - 1)}
          onFocusedChange={setFocused}
          keyOf={(index) => index}
          isMultiple
          isSelected={(index) => chosen.has(titles[index]?.path ?? '')}
          row={(index) => {
            const title = titles[index]
            return (
              title && (
                <ArchiveTitleRow
                  title={title}
                  isShown={title.path === shown}
                  isChosen={chosen.has(title.path)}
                  isInLibrary={marks.has(title.path)}
                  onToggle={() => onToggle(title.path)}
                />
              )
            )
          }}
          onPress={(index, { mod }) => {
            const title = titles[index]
            if (!title) return
            setFocused(index)
            if (mod) onToggle(title.path)
            else onShow(title.path)
          }}
          onKeyDown={(event) => {
            const title = titles[focused]
            if (event.key !== ' ' || !title) return
            event.preventDefault()
            onToggle(title.path)
          }}
          onRange={(_, last) => {
            if (!isSearch && last > titles.length - AHEAD) more?.()
          }}
        />
      ) : (
        <div className="grow">
          {isKnown && !isLooking && (
            <p className="archive-view__note" role="status">
              {isSearch ? `No title holds “${text.trim()}”.` : 'This archive states no titles.'}
            </p>
          )}
        </div>
      )}
      {isSearch && (isLooking || more) && (
        <div className="archive-view__looking" role="status">
          <span className="grow">
            {isLooking ? 'Looking through the titles…' : 'Not all titles were looked through.'}{' '}
            <span className="num quiet">{Math.floor(share * 100)}%</span>
          </span>
          {!isLooking && more && (
            <Button look="link" onPress={more}>
              Keep looking
            </Button>
          )}
        </div>
      )}
    </>
  )
}
