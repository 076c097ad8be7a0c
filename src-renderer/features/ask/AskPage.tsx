import { useState } from 'react'
import type { ConversationPlace } from '@shared/contract/ask'
import type { ConversationId, QuestionId } from '@shared/domain/ids'
import { useConversation, useConversations } from '../../client/ask'
import { useTopic } from '../../client/topics'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { navigate } from '../../ui/places/route'
import './AskPage.css'
import { ConversationList } from './ConversationList'
import { Conversing } from './Conversing'
import { Invitation } from './Invitation'
import { OpenQuestions } from './OpenQuestions'
import { showCitation } from './show-citation'

interface AskPageProps {
  /** The conversation that is shown; null for that of the library which was asked last. */
  readonly wanted: ConversationId | null
  /** A question of it to show. */
  readonly question: QuestionId | null
  readonly onShowSidebar: (() => void) | null
}

const LIBRARY: ConversationPlace = { kind: 'library' }
const nothing = () => undefined
const show = (id: ConversationId | null) => navigate({ page: 'ask', conversationId: id })

/** All conversations, what was not found yet, and one conversation beside them: by itself, one about the whole library. */
export function AskPage({ wanted, question, onShowSidebar }: AskPageProps) {
  const all = useConversations(null).data ?? []
  const one = useConversation(wanted)
  const [isNew, setNew] = useState(false)
  const place = one.data?.conversation.place ?? LIBRARY
  const topic = useTopic(place.kind === 'topic' ? place.topicId : null) ?? null
  const about = place.kind === 'library' ? '' : (one.data?.conversation.placeTitle ?? '')
  const latest = all.find((each) => each.place.kind === 'library')?.id ?? null
  return (
    <main className="pane page ask-page" aria-label="Ask" data-pane>
      <PageHeader title="Ask your library" summary={about} onShowSidebar={onShowSidebar} />
      <div className="ask-page__columns">
        <div className="ask-page__list">
          <ConversationList
            conversations={all}
            shown={isNew ? null : (wanted ?? latest)}
            onShow={(id) => {
              setNew(false)
              show(id)
            }}
          />
          <OpenQuestions
            place={null}
            onShow={({ conversationId, id }) => {
              setNew(false)
              navigate({ page: 'ask', conversationId, questionId: id })
            }}
          />
        </div>
        {one.isError ? (
          <EmptyState title="This conversation is not here any more">
            It may lie in Trash, where conversations stay for 30 days.
          </EmptyState>
        ) : wanted !== null && !one.isSuccess ? null : (
          <Conversing
            key={JSON.stringify(place)}
            place={place}
            wanted={isNew ? 'new' : wanted}
            question={question}
            onWanted={(id) => {
              setNew(id === 'new')
              if (id !== 'new') show(id)
            }}
            topic={topic}
            selection={null}
            onDropSelection={nothing}
            onCitation={showCitation}
            invitation={(ask) => (
              <Invitation articleId={place.kind === 'article' ? place.articleId : null} onAsk={ask} />
            )}
          />
        )}
      </div>
    </main>
  )
}
