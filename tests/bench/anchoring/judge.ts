import type { Case, Passage } from './make-case'

/** What became of a highlight, against what is known to have happened to its words. */
export type Verdict =
  /** Its words still stand together, and it is on exactly them. */
  | 'found'
  /** Its words still stand together, and it was not found. */
  | 'lost'
  /** It is on words that are not its own. */
  | 'wrong'
  /** Its words were edited or are gone, and it was not placed. */
  | 'asked'
  /** Its words were edited, and it is on what became of them. */
  | 'followed'

const MARK = /\[(?:\d{1,3}|citation needed|note 3|a)\]/gu

/** Judges one answer. `null` means that nothing was placed. */
export function judge({ before, after, turned }: Case, passage: Passage, answer: Passage | null): Verdict {
  const counts = (text: string) => {
    const marks = [...text.matchAll(MARK)].map(({ index, 0: { length } }) => [index, index + length] as const)
    return (at: number) =>
      !/[\s\p{Default_Ignorable_Code_Point}]/u.test(text.charAt(at)) &&
      !marks.some(([start, end]) => start <= at && at < end)
  }
  const countsBefore = memo(before, counts)
  const countsAfter = memo(after.text, counts)
  const own: number[] = []
  after.origin.forEach((origin, at) => {
    if (origin >= passage.start && origin < passage.end && countsBefore(origin)) own.push(at)
  })
  let words = 0
  for (let at = passage.start; at < passage.end; at += 1) if (countsBefore(at)) words += 1
  const turnedWithin = [...turned].filter((at) => at >= passage.start && at < passage.end)
  if (turnedWithin.length > 0) {
    if (answer === null) return 'asked'
    // A statement that was turned and then deleted with its sentence is none of the words that the highlight is on now.
    const held = new Set(after.origin.subarray(answer.start, answer.end))
    if (turnedWithin.some((at) => standsNear(held, at))) return 'wrong'
  }
  const [first] = own
  const last = own.at(-1)
  if (first === undefined || last === undefined) return answer === null ? 'asked' : 'wrong'
  let between = 0
  let isInOrder = own.length === words
  for (let at = first; at <= last; at += 1) if (countsAfter(at)) between += 1
  own.forEach((at, index) => {
    if (index > 0 && (after.origin[at] ?? 0) < (after.origin[own[index - 1] ?? 0] ?? 0)) isInOrder = false
  })
  if (isInOrder && between === words) {
    if (answer === null) return 'lost'
    const covered = [...range(answer)].filter(countsAfter)
    return covered[0] === first && covered.at(-1) === last ? 'found' : 'wrong'
  }
  if (answer === null) return 'asked'
  // Beside a copy of some of its words, those and the rest are as well its own: nobody could say which of two in a row was there before.
  const plain = (text: string, { start, end }: Passage) => text.slice(start, end).replace(/\s+/gu, ' ').trim()
  const isAtEdge = answer.start === first || answer.end === last + 1
  if (isAtEdge && plain(before, passage) === plain(after.text, answer)) return 'found'
  const held = own.filter((at) => at >= answer.start && at < answer.end).length
  const foreign = [...range(answer)].filter((at) => countsAfter(at) && (at < first || at > last)).length
  return held * 2 >= own.length && foreign * 3 <= answer.end - answer.start ? 'followed' : 'wrong'
}

/** How far from where a statement was turned its sentence is looked for. */
const NEAR = 3

function standsNear(held: ReadonlySet<number>, at: number): boolean {
  for (let by = -NEAR; by <= NEAR; by += 1) if (held.has(at + by)) return true
  return false
}

const memos = new WeakMap<object, Map<string, (at: number) => boolean>>()
const KEY = {}

/** The last texts' functions are kept: many passages are judged on one pair. */
function memo(text: string, make: (text: string) => (at: number) => boolean): (at: number) => boolean {
  const known = memos.get(KEY) ?? new Map<string, (at: number) => boolean>()
  memos.set(KEY, known)
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size > 4) known.clear()
  const made = make(text)
  known.set(text, made)
  return made
}

function* range({ start, end }: Passage): Generator<number> {
  for (let at = start; at < end; at += 1) yield at
}
