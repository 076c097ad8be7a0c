import { useEffect, useState } from 'react'
import type { Citation } from '@shared/contract/ask'
import type { Article } from '@shared/domain/article'
import type { ConversationId } from '@shared/domain/ids'
import { useHoldingTopics, useTopics } from '../../client/topics'
import { useRoute } from '../../ui/places/route'
import { Conversing } from './Conversing'
import { Invitation } from './Invitation'
import type { AskedSelection } from './scopes'

export interface AskPanelProps {
  readonly article: Article
  /** Words of the article that are to be asked. */
  readonly selection: AskedSelection | null
  readonly onDropSelection: () => void
  /** Shows a cited passage: in the page if it is of this article, else where it stands. */
  readonly onCitation: (citation: Citation) => void
  /** Turns a cited passage of this article into a highlight. */
  readonly onHighlight: (citation: Citation) => void
}

/** The conversations about an article, beside it. */
export function AskPanel({ article, ...props }: AskPanelProps) {
  const [wanted, setWanted] = useState<ConversationId | 'new' | null>(null)
  const route = useRoute()
  const asked = route.page === 'articles' ? (route.asked ?? null) : null
  const askedIn = asked?.conversationId ?? null
  useEffect(() => {
    if (askedIn !== null) setWanted(askedIn)
  }, [askedIn])
  const holding = useHoldingTopics([article.id]).data ?? []
  const here = route.page === 'articles' && route.view.kind === 'topic' ? route.view.topicId : null
  const topics = useTopics().filter(({ id }) => holding.some((one) => one.id === id))
  const topic = topics.find(({ id }) => id === here) ?? topics[0] ?? null
  return (
    <Conversing
      {...props}
      place={{ kind: 'article', articleId: article.id }}
      wanted={wanted}
      question={asked?.questionId ?? null}
      onWanted={setWanted}
      topic={topic}
      invitation={(ask) => <Invitation articleId={article.id} onAsk={ask} />}
    />
  )
}
