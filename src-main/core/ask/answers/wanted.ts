import type { Range } from '../cite/sentences'
import { spansOf } from '../cite/spans'
import type { Question } from '../question/question'

/** Coordinates say where a place is, not what it is called. */
const COORDINATES = /\s*\d{1,3}°.*$/u

/** The part of a stated value that is of the kind asked for; null when none is. */
export function wantedOf(value: string, question: Question): Range | null {
  if (question.type === 'date' || question.type === 'number') return spansOf(value, question.type)[0] ?? null
  if (question.type === 'place' && /\d{4}/u.test(value)) return null
  if (question.type === 'person' && !/\p{L}/u.test(withoutDates(value))) return null
  if (question.type === 'reason' || question.type === 'yes-no') return null
  const start = value.length - value.trimStart().length
  const end = value.replace(COORDINATES, '').trimEnd().length || value.trimEnd().length
  return { start, end: Math.max(start, end) }
}

/** A day or a number is nobody. */
function withoutDates(value: string): string {
  return spansOf(value, 'date').reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), value)
}
