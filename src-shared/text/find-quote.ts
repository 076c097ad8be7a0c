import type { TextPosition, TextQuote } from '../domain/selector'
import { forgive, type Forgiving } from './forgiving-find'
import { splitsPair } from './surrogates'

/** UTF-16 units of context that are kept on each side. */
const CONTEXT = 64
/** Context that tells one place from another must agree this far, without white space. */
const ENOUGH_CONTEXT = 6
/** So many units are no part of a longer word by chance. */
const LONG = 20
/** Words that stand more often say nothing of a place. */
const MOST_PLACES = 200

/** Finds quotations in one text. */
export interface QuoteFinder {
  /**
   * Where a quotation stands: the same words, once or in the same surroundings; else the same but for white space, accents and kinds
   * of quotation marks. Null when that is not certain.
   */
  find(quote: TextQuote): TextPosition | null
}

export function createQuoteFinder(text: string): QuoteFinder {
  let forgiving: Forgiving | undefined
  return {
    find(quote) {
      const exact = only(text, quote)
      if (exact !== null) return exact === 'several' ? null : exact
      forgiving ??= forgive(text, true)
      const { starts, ends } = forgiving
      const plain = (words: string) => forgive(words, true).text
      const place = only(forgiving.text, {
        exact: plain(quote.exact).trim(),
        prefix: plain(quote.prefix),
        suffix: plain(quote.suffix),
      })
      if (place === null || place === 'several') return null
      const [start, end] = [starts[place.start], ends[place.end - 1]]
      return start === undefined || end === undefined || start >= end ? null : { start, end }
    },
  }
}

function only(text: string, { exact, prefix, suffix }: TextQuote): TextPosition | 'several' | null {
  if (exact === '') return null
  const places: number[] = []
  for (let at = text.indexOf(exact); at !== -1 && places.length < MOST_PLACES; at = text.indexOf(exact, at + 1)) {
    if (exact.length >= LONG || !cutsWord(text, at, at + exact.length)) places.push(at)
  }
  const [first] = places
  if (first === undefined) return null
  const placed = (start: number) => ({ start, end: start + exact.length })
  if (places.length === 1) return placed(first)
  const scored = places.map((start) => {
    const before = agreeing(text.slice(Math.max(0, start - CONTEXT * 2), start), prefix, -1)
    const after = agreeing(text.slice(start + exact.length, start + exact.length + CONTEXT * 2), suffix, 1)
    return { start, score: before + after }
  })
  const most = Math.max(...scored.map(({ score }) => score))
  const best = scored.filter(({ score }) => score === most)
  return most >= ENOUGH_CONTEXT && best.length === 1 && best[0] !== undefined ? placed(best[0].start) : 'several'
}

/** Whether a passage begins or ends within a word, as `cat` in `concatenate`. */
function cutsWord(text: string, start: number, end: number): boolean {
  const joins = (at: number) =>
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1))
  return joins(start) || joins(end)
}

/** How many units two texts have in common next to a passage, white space apart. */
function agreeing(a: string, b: string, step: 1 | -1): number {
  const one = a.replace(/\s/gu, '')
  const other = b.replace(/\s/gu, '')
  const at = (text: string, index: number) => (step === 1 ? text[index] : text[text.length - 1 - index])
  let count = 0
  while (count < Math.min(one.length, other.length) && at(one, count) === at(other, count)) count += 1
  return count
}

/** The selector of a passage. */
export function quoteAt(text: string, { start, end }: TextPosition): TextQuote {
  let low = Math.max(0, start - CONTEXT)
  if (splitsPair(text, low)) low += 1
  let high = Math.min(text.length, end + CONTEXT)
  if (splitsPair(text, high)) high -= 1
  return { exact: text.slice(start, end), prefix: text.slice(low, start), suffix: text.slice(end, high) }
}
