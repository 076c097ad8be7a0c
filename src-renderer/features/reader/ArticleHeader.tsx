import { FileText, Globe } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import { counted, minutesInWords, sourceName } from '../../ui/words/article-words'
import './ArticleHeader.css'
import { readableDate } from './about/citation'
import { FetchText } from './links/FetchText'
import { useShown, wordsLeft, type PlaceStore } from './place/place-shown'

interface ArticleHeaderProps {
  readonly article: Article
  readonly place: PlaceStore
}

/** Title, source and length of an article, above the frame that holds its text. */
export function ArticleHeader({ article, place }: ArticleHeaderProps) {
  const left = wordsLeft(
    article,
    useShown(place, ({ percent }) => percent),
  )
  const Icon = article.sourceUrl ? Globe : FileText
  const source = sourceName(article)
  const highlights = article.marks.length
  return (
    <header className="article-header" dir={article.direction} lang={article.language ?? undefined}>
      <div className="article-header__eyebrow">
        <Icon className="icon icon--sm" aria-hidden />
        {article.publishedAt ? `${source}, ${readableDate(article.publishedAt)}` : source}
      </div>
      <h1 tabIndex={-1}>{article.title}</h1>
      <div className="article-header__meta num">
        {article.byline ? <span>{article.byline}</span> : null}
        {article.format === 'excerpts' ? (
          <FetchText article={article} />
        ) : (
          <span>{minutesInWords(article.wordCount)}</span>
        )}
        {left > 0 && left < article.wordCount ? <span>{minutesInWords(left)} left</span> : null}
        {highlights > 0 ? <span>{counted(highlights, 'highlight')}</span> : null}
      </div>
    </header>
  )
}
