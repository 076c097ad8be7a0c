import { useState } from 'react'
import type { ConversationPlace } from '@shared/contract/ask'
import type { ConversationId, TopicId } from '@shared/domain/ids'
import { useTopic } from '../../client/topics'
import { Conversing } from './Conversing'
import { Invitation } from './Invitation'
import { OpenQuestions } from './OpenQuestions'
import { showCitation } from './show-citation'
import './TopicQuestions.css'

const nothing = () => undefined

/** The conversations of a topic, and what was asked there and not found yet. */
export function TopicQuestions({ topicId }: { readonly topicId: TopicId }) {
  const [wanted, setWanted] = useState<ConversationId | 'new' | null>(null)
  const topic = useTopic(topicId) ?? null
  const place: ConversationPlace = { kind: 'topic', topicId }
  return (
    <div className="topic-questions">
      <OpenQuestions place={place} onShow={({ conversationId }) => setWanted(conversationId)} />
      <Conversing
        place={place}
        wanted={wanted}
        onWanted={setWanted}
        topic={topic}
        selection={null}
        onDropSelection={nothing}
        onCitation={showCitation}
        invitation={(ask) => <Invitation articleId={null} onAsk={ask} />}
      />
    </div>
  )
}
