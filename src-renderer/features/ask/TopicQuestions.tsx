import { useEffect, useState } from 'react'
import type { ConversationPlace } from '@shared/contract/ask'
import type { ConversationId, QuestionId, TopicId } from '@shared/domain/ids'
import { useTopic } from '../../client/topics'
import { useRoute } from '../../ui/places/route'
import { Conversing } from './Conversing'
import { Invitation } from './Invitation'
import { OpenQuestions } from './OpenQuestions'
import { showCitation } from './show-citation'
import './TopicQuestions.css'

const nothing = () => undefined

/** The conversations of a topic, and what was asked there and not found yet. */
export function TopicQuestions({ topicId }: { readonly topicId: TopicId }) {
  const [wanted, setWanted] = useState<ConversationId | 'new' | null>(null)
  const [question, setQuestion] = useState<QuestionId | null>(null)
  const route = useRoute()
  const asked = route.page === 'articles' ? (route.asked ?? null) : null
  useEffect(() => {
    if (asked === null) return
    setWanted(asked.conversationId)
    setQuestion(asked.questionId)
  }, [asked])
  const topic = useTopic(topicId) ?? null
  const place: ConversationPlace = { kind: 'topic', topicId }
  return (
    <div className="topic-questions">
      <OpenQuestions
        place={place}
        onShow={({ conversationId, id }) => {
          setWanted(conversationId)
          setQuestion(id)
        }}
      />
      <Conversing
        place={place}
        wanted={wanted}
        question={question}
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
