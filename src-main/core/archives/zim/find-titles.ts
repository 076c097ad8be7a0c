import type { Entry } from './dirent'
import type { Titles } from './titles'

/** A title that was found, and what it is found by. */
export interface FoundTitle {
  readonly entry: Entry
  /** Place in the list of titles. */
  readonly place: number
}

/** What a search through titles came to. */
export interface TitleScan {
  readonly found: readonly FoundTitle[]
  /** Where to go on; null when all titles have been looked at. */
  readonly next: number | null
}

/** The places `from` up to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Where titles begin with some text. Titles are ordered by their bytes, so each way in which people write a beginning is looked
 * for by itself: as typed, with a capital, all small, all capitals, each word with a capital; composed and decomposed.
 * @returns ranges that do not overlap, in the order of titles
 */
export function prefixRanges(titles: Titles, prefix: string): Range[] {
  if (prefix === '') return titles.count === 0 ? [] : [{ from: 0, to: titles.count }]
  const ranges: Range[] = []
  for (const variant of variantsOf(prefix)) {
    const bytes = Buffer.from(variant)
    const from = titles.lowerBound(bytes)
    // No UTF-8 text has the byte 0xFF, so this stands behind all that begin alike.
    const to = titles.lowerBound(Buffer.concat([bytes, Buffer.from([0xff])]))
    if (to > from) ranges.push({ from, to })
  }
  ranges.sort((a, b) => a.from - b.from)
  return ranges.filter(({ from, to }, at) => from < to && !ranges.slice(0, at).some((other) => other.to > from))
}

function variantsOf(text: string): Set<string> {
  const lower = text.toLowerCase()
  const words = lower.replace(/(?<=^|[\s(-])\p{L}/gu, (letter) => letter.toUpperCase())
  const capital = (given: string): string => given.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
  const spellings = [text, capital(text), lower, capital(lower), words, text.toUpperCase()]
  return new Set(spellings.flatMap((spelling) => [spelling, spelling.normalize('NFC'), spelling.normalize('NFD')]))
}

/** The pages of some ranges, in order, from the `offset`th place on. */
export function pagesOf(titles: Titles, ranges: readonly Range[], offset: number, limit: number): TitleScan {
  const found: FoundTitle[] = []
  let before = 0
  for (const { from, to } of ranges) {
    for (let place = Math.max(from, from + offset - before); place < to; place++) {
      if (found.length === limit) return { found, next: before + place - from }
      const entry = titles.at(place)
      if (titles.isPage(entry)) found.push({ entry, place })
    }
    before += to - from
  }
  return { found, next: null }
}

/** Titles that are looked at between two looks at the clock. */
const AT_ONCE = 512

/**
 * Looks for titles in which every word of a text begins some word, without regard to case and accents; from `from` on, until
 * `limit` are found or `isTimeUp`.
 */
export function scanTitles(
  titles: Titles,
  text: string,
  from: number,
  limit: number,
  isTimeUp: () => boolean,
): TitleScan {
  const wanted = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const found: FoundTitle[] = []
  if (wanted.length === 0) return { found, next: null }
  for (let place = from; place < titles.count; place++) {
    if (found.length === limit || ((place - from) % AT_ONCE === AT_ONCE - 1 && isTimeUp()))
      return { found, next: place }
    const entry = titles.at(place)
    if (holdsAll(fold(entry.title), wanted) && titles.isPage(entry)) found.push({ entry, place })
  }
  return { found, next: null }
}

function holdsAll(title: string, words: readonly string[]): boolean {
  return words.every((word) => {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(title.charAt(at - 1)) || isUnspaced(word)) return true
    }
    return false
  })
}

/** Scripts written without spaces have no beginnings of words to go by. */
function isUnspaced(word: string): boolean {
  return /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u.test(word)
}

/** Text as it is compared: no accents, no capitals. */
export function fold(text: string): string {
  // What has only ASCII letters, which most titles have, needs no more.
  if (/^[\x20-\x7e]*$/u.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœı]/gu, (letter) => PLAIN[letter] ?? letter)
}

const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }
