import { FileText, Globe } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import { counted, minutesInWords, sourceName } from '../../ui/article-words'
import './ArticleHeader.css'
import { readableDate } from './citation'

interface ArticleHeaderProps {
  readonly article: Article
  /** Words after what is on the screen. */
  readonly wordsLeft: number
}

/** Title, source and length of an article, above the frame that holds its text. */
export function ArticleHeader({ article, wordsLeft }: ArticleHeaderProps) {
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
        <span>{minutesInWords(article.wordCount)}</span>
        {wordsLeft > 0 && wordsLeft < article.wordCount ? <span>{minutesInWords(wordsLeft)} left</span> : null}
        {highlights > 0 ? <span>{counted(highlights, 'highlight')}</span> : null}
      </div>
    </header>
  )
}
