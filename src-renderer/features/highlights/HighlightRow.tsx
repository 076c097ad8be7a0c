import type { Highlight } from '@shared/domain/annotation'
import { noteText } from '@shared/text/note-text'
import { targetWords } from '@shared/text/target-words'
import { useArticle } from '../../client/articles'
import { useSettings } from '../../client/settings'
import { sourceName } from '../../ui/words/article-words'
import { dayInWords } from '../../ui/words/day-words'
import { openArticle } from '../../ui/places/route'
import { Spine } from '../../ui/layout/Spine'

/** A highlight with the title of its article. */
export type ListedHighlight = Highlight & { articleTitle: string }

interface HighlightRowProps {
  highlight: ListedHighlight
  /** When the newest of the highlights under the heading was made; null where the row has no heading. */
  newest: number | null
  isSelected: boolean
  /** Whether it holds the one tab stop of the list. */
  isFocused: boolean
  onFocus: () => void
  /** Hears a press that is meant for the selection; any other opens the article. */
  onSelect: (way: 'toggle' | 'extend') => void
}

/** One highlight; the first of its article stands beside the article's title. */
export function HighlightRow({ highlight, newest, isSelected, isFocused, onFocus, onSelect }: HighlightRowProps) {
  const { colourNames } = useSettings()
  const { articleId, articleTitle, id, target, body, tags, colour, createdAt } = highlight
  const { data: article } = useArticle(articleId)
  const lang = article?.language ?? undefined
  const dir = article?.direction ?? 'auto'
  const note = body ? noteText(body).trim() : ''
  const passage = highlight.place === 'placed' ? target.position : null
  return (
    <section
      className="highlight-row"
      data-first={newest !== null}
      aria-label={newest === null ? undefined : articleTitle}
    >
      {newest !== null && (
        <header>
          <h2 lang={lang} dir={dir}>
            {articleTitle}
          </h2>
          {article && (
            <>
              <p>
                {sourceName(article)} · {dayInWords(newest)}
              </p>
              <Spine fraction={article.progress.fraction} marks={article.marks} direction={article.direction} />
            </>
          )}
        </header>
      )}
      <button
        type="button"
        className="highlight-entry"
        data-colour={colour}
        data-selected={isSelected}
        tabIndex={isFocused ? 0 : -1}
        onFocus={onFocus}
        onMouseDown={(event) => {
          // Else the press would move focus, from which the selection is extended, and select text.
          if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault()
        }}
        onClick={(event) => {
          if (event.shiftKey) onSelect('extend')
          else if (event.ctrlKey || event.metaKey) onSelect('toggle')
          else openArticle(articleId, { passage, annotationId: id })
        }}
      >
        <span className="visually-hidden">
          {colourNames[colour]}: {isSelected && 'selected, '}
        </span>
        <span className="highlight-entry__quote" lang={lang} dir={dir}>
          {targetWords(target)}
        </span>
        {note && (
          <span className="highlight-entry__note" dir="auto">
            {note}
          </span>
        )}
        <span className="highlight-entry__foot">
          <span>
            {colourNames[colour]}, {dayInWords(createdAt)}
          </span>
          {highlight.place === 'placed' ? null : <span>Not found in the newest version</span>}
          {tags.map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
        </span>
      </button>
    </section>
  )
}
