import { type ReactNode, useEffect, useState } from 'react'
import type { Citation } from '@shared/contract/ask'
import type { Article } from '@shared/domain/article'
import type { AnnotationId, ArticleId, QuestionId } from '@shared/domain/ids'
import { useArticle } from '../../client/articles'
import { useSnapshot } from '../../client/snapshots'
import { Button } from '../../ui/controls/Button'
import { HOME, navigate } from '../../ui/places/route'
import { OriginalView } from './original/OriginalView'
import './Reading.css'
import { ReaderProblem } from './ReaderStates'
import { ReadingView } from './ReadingView'
import type { AskedWords } from './finding/use-asked-words'

/** Where a conversation stands: beside its article. */
export interface AskPlace {
  readonly article: Article
  readonly onCitation: (citation: Citation) => void
  readonly onHighlight: (citation: Citation) => void
  /** Selected words that are to be asked. */
  readonly selection: AskedWords | null
  readonly onDropSelection: () => void
}

export interface ReadingProps {
  readonly articleId: ArticleId
  /** A passage to go to and flash: UTF-16 offsets. */
  readonly passage: { readonly start: number; readonly end: number } | null
  /** A highlight to go to. */
  readonly annotationId: AnnotationId | null
  /** A question about it to show in Ask. */
  readonly asked: QuestionId | null
  /** Whether the rail with notes is shown beside the page. */
  readonly railOpen: boolean
  readonly onRailOpenChange: (open: boolean) => void
  /** The conversation about an article, with what can be done in the page with its citations. */
  readonly ask: (place: AskPlace) => ReactNode
  /** Controls of the window that stand at the start of the reader's bar. */
  readonly leading: ReactNode
}

/** The article that is open: its page and the rail with its notes. */
export function Reading(props: ReadingProps) {
  const article = useArticle(props.articleId)
  const snapshot = useSnapshot(article.data?.snapshotId ?? null)
  const problem = article.error ?? snapshot.error
  /** The article whose whole page is shown in its place. */
  const [original, setOriginal] = useState<ArticleId | null>(null)

  useEffect(() => {
    document.title = article.data ? `${article.data.title} · Lectern` : 'Lectern'
    return () => {
      document.title = 'Lectern'
    }
  }, [article.data])

  if (problem) {
    return (
      <div className="reading">
        <div className="bar reading__bar">{props.leading}</div>
        <ReaderProblem title="This article could not be opened" text={problem.message}>
          <Button look="primary" onPress={() => void article.refetch().then(() => snapshot.refetch())}>
            Try again
          </Button>
          <Button onPress={() => navigate(HOME)}>Go to Inbox</Button>
        </ReaderProblem>
      </div>
    )
  }
  if (!article.data) return <div className="reading" aria-busy />
  if (original === props.articleId)
    return <OriginalView article={article.data} leading={props.leading} onBack={() => setOriginal(null)} />
  return (
    <ReadingView
      {...props}
      key={article.data.snapshotId}
      article={article.data}
      snapshot={snapshot.data ?? null}
      onShowOriginal={() => setOriginal(props.articleId)}
    />
  )
}
