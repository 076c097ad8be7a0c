import { CLASS, createClassifier, type CharacterClass } from './character-class'
import { citationMarkEnd } from './citation-marks'

/** A text as its words. Offsets are UTF-16 units of the text as it is. */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** Where each word begins, ascending. */
  readonly starts: Int32Array
  /** Where each word ends; words do not overlap. */
  readonly ends: Int32Array
  /** Equal for words that count as the same. */
  readonly ids: Int32Array
  /** Citation marks, which are not words: start and end of each, ascending. */
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** Numbers words, the same in all texts that are compared. */
export interface Dictionary {
  idOf(word: string): number
  wordOf(id: number): string
}

/** @param foldsCase whether capitals make no other word of a word; the words of such a dictionary are in lower case */
export function createDictionary(foldsCase = false): Dictionary {
  const ids = new Map<string, number>()
  const words: string[] = []
  const add = (word: string): number => {
    ids.set(word, words.length)
    words.push(word)
    return words.length - 1
  }
  return {
    idOf: (word) => {
      const known = ids.get(word)
      if (known !== undefined) return known
      if (!foldsCase) return add(word)
      const lower = word.toLowerCase()
      const id = ids.get(lower) ?? add(lower)
      ids.set(word, id)
      return id
    },
    wordOf: (id) => words[id] ?? '',
  }
}

const QUOTES = /^["“”„‟«»″]$/u
const SINGLE_QUOTES = /^['‘’‚‛‹›′ʼ`´]$/u
const DASHES = /^[-‐‑‒–—―−﹘﹣－]$/u
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\u00ad\ufeff]/gu

/** The spelling under which a word is compared: NFC, without invisible characters, with one kind of apostrophe. */
function spelling(raw: string): string {
  for (let at = 0; at < raw.length; at += 1) if (raw.charCodeAt(at) > 0x7e) return spellOut(raw)
  return raw
}

function spellOut(raw: string): string {
  return raw
    .replace(HIDDEN, '')
    .replace(/[’‘ʼ＇]/gu, "'")
    .normalize('NFC')
}

function sign(raw: string): string {
  if (raw.length === 1 && raw.charCodeAt(0) < 0x7f && raw !== '`') return raw
  if (QUOTES.test(raw)) return '"'
  if (SINGLE_QUOTES.test(raw)) return "'"
  if (DASHES.test(raw)) return '-'
  if (raw === '…') return '.'
  return raw.normalize('NFC')
}

/**
 * Splits a text into words, numbers and signs, so that what does not count as a change is no difference: white space, citation
 * marks, the kind of quotes and dashes, soft hyphens, zero-width characters, and composed or decomposed letters (Unicode NFC).
 */
export function tokenise(text: string, dictionary: Dictionary): Tokens {
  const classOf = createClassifier()
  const starts: number[] = []
  const ends: number[] = []
  const ids: number[] = []
  const marks: [number, number][] = []
  const length = text.length
  const at = (offset: number): CharacterClass | -1 => (offset < length ? classOf(text.codePointAt(offset) ?? 0) : -1)
  const width = (offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)
  const push = (start: number, end: number, word: string): void => {
    starts.push(start)
    ends.push(end)
    ids.push(dictionary.idOf(word))
  }

  let offset = 0
  while (offset < length) {
    const kind = at(offset)
    if (kind === CLASS.space || kind === CLASS.ignored) {
      offset += width(offset)
      continue
    }
    const start = offset
    if (kind === CLASS.letter || kind === CLASS.digit) {
      let end = offset
      while (offset < length) {
        const next = at(offset)
        if (next === CLASS.letter || next === CLASS.digit) {
          offset += width(offset)
          end = offset
        } else if (next === CLASS.ignored) offset += width(offset)
        else if (joins(text, offset, at)) offset += 1
        else break
      }
      push(start, end, spelling(text.slice(start, end)))
      offset = end
      continue
    }
    if (kind === CLASS.single) {
      offset += width(offset)
      while (at(offset) === CLASS.letter && /^\p{M}/u.test(text.slice(offset, offset + 2))) offset += width(offset)
      push(start, offset, spelling(text.slice(start, offset)))
      continue
    }
    const markEnd = text.charCodeAt(start) === 0x5b ? citationMarkEnd(text, start) : -1
    if (markEnd > 0) {
      marks.push([start, markEnd])
      offset = markEnd
      continue
    }
    offset += width(offset)
    const word = sign(text.slice(start, offset))
    // "--" is a dash and "..." an ellipsis.
    if (word === '-' || word === '.') {
      while (at(offset) === CLASS.other && sign(text.charAt(offset)) === word) offset += 1
    }
    push(start, offset, word)
  }
  return {
    text,
    count: ids.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
    marks,
  }
}

/** Whether the sign at an offset joins what stands before and after it to one word: don't, 1,000, 3.14. */
function joins(text: string, offset: number, at: (offset: number) => CharacterClass | -1): boolean {
  const character = text.charAt(offset)
  if (character === '.' || character === ',') {
    return at(offset - 1) === CLASS.digit && at(offset + 1) === CLASS.digit
  }
  return "'’ʼ".includes(character) && at(offset - 1) === CLASS.letter && at(offset + 1) === CLASS.letter
}

/** Words with their capitals. @param start and `end` (exclusive) count words */
export function asWritten({ text, starts, ends }: Tokens, range: { start: number; end: number }): string[] {
  return Array.from({ length: range.end - range.start }, (_, at) =>
    text.slice(starts[range.start + at], ends[range.start + at]),
  )
}

/** The first word that ends after an offset. */
export function firstTokenAfter(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The first word that begins at or after an offset. */
export function firstTokenFrom(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.starts[middle] ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
