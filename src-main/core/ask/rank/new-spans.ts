import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import type { Range } from '../cite/sentences'
import { spansOf } from '../cite/spans'
import type { Question } from '../question/question'

/** A reference mark, with the page it may name: `[67]:35`. */
const REFERENCE = /\[[^\]\n]{1,12}\](?::\s?\d+(?:[–-]\d+)?)?/gu

/** Stretches of a sentence of the kind that is asked for, which say something that the question does not say itself. */
export function newSpans(sentence: string, question: Question): Range[] {
  // A number in a reference mark is no answer; what takes its place is as long.
  const plain = sentence.replace(REFERENCE, (mark) => ' '.repeat(mark.length))
  return spansOf(plain, question.type).filter(({ start, end }) =>
    tokenise(sentence.slice(start, end)).some((token) => !question.stems.includes(stem(token.text))),
  )
}
