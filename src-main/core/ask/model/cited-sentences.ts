import { sentencesOf } from '../cite/sentences'

/** A sentence of a model's answer, with the numbers of the passages that it names. */
export interface CitedSentence {
  readonly text: string
  /** From 1, as the model wrote them; each once. */
  readonly numbers: readonly number[]
}

/** `[1]`, `[1, 2]`, `[2–4]`, `[Passage 3]`, `【1】`, with the white space before it. */
const MARK =
  /\s*[[【]\s*(?:(?:passage|source|quelle|passagen?)s?\s*)?(\d{1,3}(?:\s*(?:[,;&–-]|and|und)\s*\d{1,3})*)\s*[\]】]/giu
/** The beginning of a mark at the end of what came so far. */
const HALF_MARK = /\s*[[【][^\]】]{0,40}$/u
const LONGEST_RANGE = 12

/** Takes an answer apart. A mark belongs to the sentence it stands in or behind. */
export function citedSentences(answer: string): CitedSentence[] {
  let text = ''
  let from = 0
  const marks: { readonly at: number; readonly numbers: readonly number[] }[] = []
  for (const match of answer.matchAll(MARK)) {
    text += answer.slice(from, match.index)
    marks.push({ at: text.length, numbers: numbersOf(match[1] ?? '') })
    from = match.index + match[0].length
    // Where a mark stood between two sentences without a space.
    if (/[.!?…]$/u.test(text) && /^[^\s.,;:!?)\]]/u.test(answer.slice(from))) text += ' '
  }
  text += answer.slice(from).replace(HALF_MARK, '')
  const breaks = [...text.matchAll(/\n/gu)].map(({ index }) => index + 1)
  const ranges = sentencesOf(text, { start: 0, end: text.length }, breaks).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  )
  return ranges.map(({ start, end }, place) => {
    const next = ranges[place + 1]?.start ?? Infinity
    const first = place === 0 ? -1 : start
    const numbers = marks.filter(({ at }) => at > first && at < next).flatMap((mark) => mark.numbers)
    return { text: text.slice(start, end).replace(/\s+/gu, ' '), numbers: [...new Set(numbers)] }
  })
}

function numbersOf(list: string): number[] {
  const range = /^(\d+)\s*[–-]\s*(\d+)$/u.exec(list)
  if (range === null) return [...list.matchAll(/\d+/gu)].map(Number)
  const [first, last] = [Number(range[1]), Number(range[2])]
  if (last < first || last - first > LONGEST_RANGE) return [first, last]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
