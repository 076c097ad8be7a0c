import { CircleHelp } from 'lucide-react'
import type { ConversationPlace, Question } from '@shared/contract/ask'
import { useOpenQuestions } from '../../client/ask'
import { Button } from '../../ui/controls/Button'
import './OpenQuestions.css'

interface OpenQuestionsProps {
  readonly place: ConversationPlace | null
  readonly onShow: (question: Question) => void
}

/** What was asked and not found yet. Each leads to its conversation, where it can be asked again. */
export function OpenQuestions({ place, onShow }: OpenQuestionsProps) {
  const questions = useOpenQuestions(place).data ?? []
  if (questions.length === 0) return null
  return (
    <section className="open-questions" aria-labelledby="open-questions">
      <h2 id="open-questions">
        Not found yet <span className="num">{questions.length}</span>
      </h2>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <CircleHelp className="icon icon--sm" aria-hidden />
            <Button look="link" onPress={() => onShow(question)}>
              {question.text}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
