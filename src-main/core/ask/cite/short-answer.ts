import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import { newSpans } from '../rank/new-spans'
import type { Question } from '../question/question'
import { fitting } from './fitting'
import type { Range } from './sentences'

/** Types whose answer can be pointed at. */
const POINTED = new Set(['date', 'number', 'person', 'place'])
const YEAR_ASKED = /\b(?:what|which) year\b|\bwelche[mns]? jahr/iu
const BARE_YEAR = /^(?:1\d{3}|20\d{2})$/u
const YEAR = /(?<!\d)(?:1\d{3}|20\d{2})(?!\d)/u

/** As far as so many characters is a number beyond a comma. */
const BEYOND_COMMA = 30

/**
 * The few words of a sentence that answer, where they can be pointed at: of the right kind, not said by the question, and
 * nearest to the words of the question. Offsets within the sentence; null when there is none.
 */
export function shortAnswer(sentence: string, question: Question): Range | null {
  if (!POINTED.has(question.type)) return null
  const nearest = nearestOf(fitting(newSpans(sentence, question), sentence, question), sentence, question)
  if (nearest === null || !YEAR_ASKED.test(question.text))
    return nearest === null || question.type !== 'date' ? nearest : dayOf(nearest, sentence, question)
  const year = YEAR.exec(sentence.slice(nearest.start, nearest.end))
  return year === null ? nearest : { start: nearest.start + year.index, end: nearest.start + year.index + 4 }
}

/** Where a sentence gives a year and also a day of it, the day says more: `The 2023 attack occurred on 17 February 2023`. */
function dayOf(year: Range, sentence: string, question: Question): Range {
  const written = sentence.slice(year.start, year.end)
  if (!BARE_YEAR.test(written)) return year
  const days = newSpans(sentence, question).filter(({ start, end }) => {
    const other = sentence.slice(start, end)
    return other.length > written.length && other.endsWith(written)
  })
  return days.length === 1 ? (days[0] ?? year) : year
}

function nearestOf(spans: readonly Range[], sentence: string, question: Question): Range | null {
  if (spans.length <= 1) return spans[0] ?? null
  const stems = new Set(question.terms.map((term) => term.stem))
  const matched = tokenise(sentence).filter((token) => stems.has(stem(token.text)))
  if (matched.length === 0) return null
  // A number that a comma parts from a word counts something else: `140 whales on one island, 10 on another`.
  const commas = (from: number, to: number) =>
    question.type === 'number' && from < to ? sentence.slice(from, to).split(/[,;]\s/u).length - 1 : 0
  const distance = ({ start, end }: Range) =>
    matched.reduce((total, token) => {
      const between = Math.max(commas(token.end, start), commas(end, token.start))
      return total + 1 / (10 + Math.max(start - token.end, token.start - end, 0) + BEYOND_COMMA * between)
    }, 0)
  return spans.reduce((best, span) => (distance(span) > distance(best) ? span : best))
}
