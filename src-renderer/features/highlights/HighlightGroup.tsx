import { noteText } from '@shared/text/note-text'
import { useArticle } from '../../client/articles'
import { useSettings } from '../../client/settings'
import { sourceName } from '../../ui/article-words'
import { dayInWords } from '../../ui/day-words'
import { openArticle } from '../../ui/route'
import { Spine } from '../../ui/Spine'
import type { ListedHighlight } from './HighlightList'

/** The highlights of one article beside its title. */
export function HighlightGroup({ highlights }: { highlights: readonly ListedHighlight[] }) {
  const [first] = highlights
  const { data: article } = useArticle(first?.articleId ?? null)
  const lang = article?.language ?? undefined
  const dir = article?.direction ?? 'auto'
  if (!first) return null
  return (
    <section className="highlight-group" aria-label={first.articleTitle}>
      <header>
        <h2 lang={lang} dir={dir}>
          {first.articleTitle}
        </h2>
        {article && (
          <>
            <p>
              {sourceName(article)} · {dayInWords(Math.max(...highlights.map(({ createdAt }) => createdAt)))}
            </p>
            <Spine fraction={article.progress.fraction} marks={article.marks} direction={article.direction} />
          </>
        )}
      </header>
      <div>
        {highlights.map((highlight) => (
          <Entry key={highlight.id} highlight={highlight} lang={lang} dir={dir} />
        ))}
      </div>
    </section>
  )
}

interface EntryProps {
  highlight: ListedHighlight
  lang: string | undefined
  dir: 'ltr' | 'rtl' | 'auto'
}

function Entry({ highlight, lang, dir }: EntryProps) {
  const { colourNames } = useSettings()
  const { articleId, id, target, body, tags, colour, createdAt } = highlight
  const note = body ? noteText(body).trim() : ''
  const passage = highlight.place === 'placed' ? target.position : null
  const open = () => openArticle(articleId, { passage, annotationId: id })
  return (
    <button type="button" className="highlight-entry" data-colour={colour} onClick={open}>
      <span className="visually-hidden">{colourNames[colour]}: </span>
      <span className="highlight-entry__quote" lang={lang} dir={dir}>
        {target.quote.exact}
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
  )
}
