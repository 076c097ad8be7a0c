import { Highlighter, Star } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import { missingText, progressInWords, sourceName } from '../../ui/words/article-words'
import { Spine } from '../../ui/layout/Spine'
import './ArticleRow.css'

/** One article in a list. `null` while its page of the list is being fetched. */
export function ArticleRow({ article, isOpen }: { article: Article | null; isOpen: boolean }) {
  if (!article) {
    return (
      <div className="article-row article-row--waiting">
        <span className="article-row__bar" style={{ width: '70%' }} />
        <span className="article-row__bar" style={{ width: '94%' }} />
        <span className="article-row__bar" style={{ width: '40%' }} />
      </div>
    )
  }
  const { title, excerpt, language, direction, marks, progress, openedAt, favourite } = article
  const isUnread = openedAt === null
  const lang = language ?? undefined
  return (
    <div className="article-row" data-open={isOpen}>
      {isUnread && <span className="article-row__unread" aria-hidden />}
      <div className="article-row__title" lang={lang} dir={direction}>
        {title}
        {isUnread && <span className="visually-hidden">, unread</span>}
      </div>
      {excerpt && (
        <p className="article-row__text" lang={lang} dir={direction}>
          {excerpt}
        </p>
      )}
      <div className="article-row__meta">
        <span className="truncate">{sourceName(article)}</span>
        <span aria-hidden>·</span>
        <span className="article-row__progress num">{missingText(article) ?? progressInWords(article)}</span>
        <span className="article-row__signs num">
          {favourite && <Star className="icon icon--xs article-row__star" aria-label="Favourite" role="img" />}
          {marks.length > 0 && (
            <>
              <Highlighter className="icon icon--xs" aria-hidden />
              {marks.length}
            </>
          )}
        </span>
      </div>
      {(progress.fraction > 0 || marks.length > 0) && (
        <Spine fraction={progress.fraction} marks={marks} direction={direction} />
      )}
    </div>
  )
}
