import { OPERATORS, type Operator } from '@shared/text/search-query/operators'
import { filterText, parseSearch } from '@shared/text/search-query/parse-search'

/** What can be completed at the caret: the name of a filter, or its value. Offsets are UTF-16 units of what was typed. */
export type ToComplete =
  | {
      readonly kind: 'operator'
      readonly start: number
      readonly end: number
      readonly typed: string
      readonly negated: boolean
    }
  | {
      readonly kind: 'value'
      readonly start: number
      readonly end: number
      readonly operator: Operator
      readonly typed: string
      readonly negated: boolean
    }

/** Shorter words than this are words; `in` and `is` are typed often. */
const SHORTEST_NAME = 3

/** What the caret stands in; null where there is nothing to complete. */
export function toComplete(text: string, caret: number): ToComplete | null {
  const part = parseSearch(text).find(({ start, end }) => start < caret && caret <= end)
  if (part === undefined) return null
  const { start, end, negated } = part
  if (part.kind === 'filter') {
    if (caret < part.valueStart || (part.quoted && !part.open && caret === end)) return null
    const typed = text.slice(part.valueStart, caret).replace(/^["\u201c\u201d\u201e\u00ab\u00bb]/u, '')
    return { kind: 'value', start, end, operator: part.operator, typed, negated }
  }
  if (part.quoted || caret !== end) return null
  const typed = text.slice(start + (negated ? 1 : 0), caret).toLowerCase()
  const alone = text.trim() === typed && typed.length > 1
  if (typed.length < SHORTEST_NAME && !alone) return null
  return { kind: 'operator', start, end, typed, negated }
}

/** The filters whose names begin as typed; what is a whole word already may be meant as one. */
export function operatorsFor(typed: string): readonly { operator: Operator; help: string }[] {
  return OPERATORS.filter(({ operator }) => operator.startsWith(typed))
}

/** What was typed with a filter's name or value put in, and where the caret goes. */
export function withCompletion(
  text: string,
  place: ToComplete,
  choice: { operator: Operator; value: string | null },
): { text: string; caret: number } {
  const filled =
    choice.value === null
      ? `${place.negated ? '-' : ''}${choice.operator}:`
      : `${filterText(choice.operator, choice.value, place.negated)} `
  const rest = text.slice(place.end)
  const head = text.slice(0, place.start) + filled
  return { text: head + (choice.value === null ? rest : rest.trimStart()), caret: head.length }
}
