import type { Case, Passage } from '../make-case'

/** Characters on each side that are the same where nobody could tell two places apart. */
const AROUND = 80
/** So many more of them the same say that it is the place, whatever became of what stood there. */
const MORE = 40

/** Whether the same words stand between the same words: nobody could say that they are not the passage's own. */
export function isSamePlace(before: string, passage: Passage, after: string, answer: Passage): boolean {
  if (plain(before.slice(passage.start, passage.end)) !== plain(after.slice(answer.start, answer.end))) return false
  const was = around(before, passage)
  return around(after, answer).every((side, at) => side === was[at])
}

/**
 * Whether an answer has the same words and nobody could tell it from the passage's own: in the surroundings that the passage had, a value
 * that came back; in surroundings clearly more like them than those that its own words have now; or one of equal lines that changed places.
 * @param first where the passage began at first
 */
export function isTwin({ after }: Case, before: string, passage: Passage, answer: Passage, first: number): boolean {
  if (isSamePlace(before, passage, after.text, answer)) return true
  if (plain(before.slice(passage.start, passage.end)) !== plain(after.text.slice(answer.start, answer.end)))
    return false
  const was = around(before, passage)
  const agreed = (place: Passage) => around(after.text, place).map((side, at) => commonStart(side, was[at] ?? ''))
  const here = agreed(answer)
  const own = after.origin.indexOf(first)
  if (own < 0) return false
  const there = agreed({ start: own, end: own + answer.end - answer.start })
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
  return sum(here) >= sum(there) + MORE || haveChangedPlaces(before, passage.start, after.text, own, answer.start)
}

/** Whether a line that stands more than once is among others now, and an equal one is what was taken for it. */
function haveChangedPlaces(before: string, was: number, after: string, own: number, answer: number): boolean {
  const [old, now, taken] = [lines(before, was), lines(after, own), lines(after, answer)]
  if (old.line !== now.line || now.line !== taken.line) return false
  const copies = before.split('\n').filter((line) => plain(line) === old.line).length
  const isAmongCopies = now.previous === now.line || now.next === now.line
  return isAmongCopies || (copies > 1 && now.previous !== old.previous && now.next !== old.next)
}

function lines(text: string, at: number): { previous: string; line: string; next: string } {
  const low = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const high = end < 0 ? text.length : end
  return {
    previous: plain(text.slice(text.lastIndexOf('\n', low - 2) + 1, Math.max(0, low - 1))),
    line: plain(text.slice(low, high)),
    next: plain(text.slice(high + 1).split('\n')[0] ?? ''),
  }
}

const plain = (text: string): string =>
  text
    .replace(/[\s\u00ad]+/gu, ' ')
    .replace(/\[\d+\]/gu, '')
    .trim()
    .toLowerCase()

/** What stands before, read backwards, and what stands behind. */
function around(text: string, { start, end }: Passage): [string, string] {
  const head = plain(text.slice(Math.max(0, start - AROUND * 2), start)).slice(-AROUND)
  return [[...head].reverse().join(''), plain(text.slice(end, end + AROUND * 2)).slice(0, AROUND)]
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  return length
}
