import type { z } from 'zod'
import type { Excerpt } from '@shared/contract/search'
import { tokenise, type Token } from '../text/fold'
import type { Term } from './query'
import { stem } from '../text/stem'

type Range = z.infer<typeof Excerpt>['marks'][number]

/** Ranges of `text` that the terms match: UTF-16 `[start, end)`, ascending, apart. */
export function marksIn(text: string, terms: readonly Pick<Term, 'words' | 'forms' | 'prefix'>[]): Range[] {
  const tokens = tokenise(text)
  const marked = new Set<Token>()
  for (const term of terms) {
    const tests = term.words.map((word, at) =>
      testOf(word, term.forms[at] ?? [], term.prefix && at === term.words.length - 1),
    )
    tokens.forEach((_, at) => {
      if (!tests.every((test, step) => test(tokens[at + step]?.text))) return
      for (const token of tokens.slice(at, at + tests.length)) marked.add(token)
    })
  }
  const marks: Range[] = []
  for (const token of tokens) {
    if (!marked.has(token)) continue
    const last = marks.at(-1)
    // Pairs of characters of one run overlap.
    if (last !== undefined && token.start <= last[1]) last[1] = Math.max(last[1], token.end)
    else marks.push([token.start, token.end])
  }
  return marks
}

/** Stemming takes most of the time, and never changes a word's first letter. */
function testOf(word: string, forms: readonly string[], prefix: boolean): (token: string | undefined) => boolean {
  const stems = new Set(forms)
  const first = word.charAt(0)
  return (token) =>
    token !== undefined &&
    token.startsWith(first) &&
    (token === word || (prefix && token.startsWith(word)) || stems.has(stem(token)))
}

/** About how long an excerpt is, in UTF-16 units. */
const LENGTH = 240
/** How much stands before the first mark. */
const LEAD = 60

/** A piece of `text` around the first place where its marks are densest, cut between words, with the marks in it. */
export function excerptOf(text: string, terms: readonly Term[]): Excerpt {
  const all = marksIn(text, terms)
  const [first] = densest(all).range
  const start = startOf(text, first)
  const end = endOf(text, start)
  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    marks: all.filter((mark) => mark[0] >= start && mark[1] <= end).map((mark) => [mark[0] + shift, mark[1] + shift]),
  }
}

/** The range of `text` from the first to the last mark of its densest stretch; null when the terms match nothing. */
export function focusOf(text: string, terms: readonly Term[]): Range | null {
  const { count, range } = densest(marksIn(text, terms))
  return count === 0 ? null : range
}

/** The stretch with most marks that an excerpt can show. */
function densest(marks: readonly Range[]): { count: number; range: Range } {
  let best: { count: number; range: Range } = { count: 0, range: [0, 0] }
  let end = 0
  marks.forEach(([start], at) => {
    while ((marks[end]?.[1] ?? Infinity) <= start + LENGTH - LEAD) end += 1
    if (end - at > best.count) best = { count: end - at, range: [start, marks[end - 1]?.[1] ?? start] }
  })
  return best
}

function startOf(text: string, mark: number): number {
  if (text.length <= LENGTH || mark <= LEAD) return 0
  const wanted = Math.max(0, Math.min(mark - LEAD, text.length - LENGTH))
  const space = text.slice(wanted, mark).search(/\s\S/u)
  return space >= 0 ? wanted + space + 1 : onCharacter(text, wanted)
}

function endOf(text: string, start: number): number {
  const wanted = start + LENGTH
  if (text.length <= wanted) return text.length
  const space = text.slice(start + LENGTH - LEAD, wanted).search(/\s\S*$/u)
  return space >= 0 ? start + LENGTH - LEAD + space : onCharacter(text, wanted)
}

/** The offset itself, or the one before it when it would cut a surrogate pair. */
function onCharacter(text: string, offset: number): number {
  return /[\ud800-\udbff]/u.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/u.test(text.charAt(offset))
    ? offset - 1
    : offset
}
