import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import { newSpans } from '../rank/new-spans'
import type { Question } from '../question/question'
import type { Range } from './sentences'

/** Types whose answer can be pointed at. */
const POINTED = new Set(['date', 'number', 'person', 'place'])

/**
 * The few words of a sentence that answer, where they can be pointed at: of the right kind, not said by the question, and
 * nearest to the words of the question. Offsets within the sentence; null when there is none.
 */
export function shortAnswer(sentence: string, question: Question): Range | null {
  if (!POINTED.has(question.type)) return null
  const spans = newSpans(sentence, question)
  if (spans.length <= 1) return spans[0] ?? null
  const stems = new Set(question.terms.map((term) => term.stem))
  const matched = tokenise(sentence).filter((token) => stems.has(stem(token.text)))
  if (matched.length === 0) return null
  const distance = ({ start, end }: Range) =>
    matched.reduce((total, token) => total + 1 / (10 + Math.max(start - token.end, token.start - end, 0)), 0)
  return spans.reduce((best, span) => (distance(span) > distance(best) ? span : best))
}
