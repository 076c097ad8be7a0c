const IS_SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A run is taken in pieces: a pattern cannot go back over millions of characters. */
const SPACELESS = new RegExp(`${IS_SPACELESS.source}{1,10000}`, 'gu')

/** What a character is in a word: its beginning, something within it, or a character of a script without spaces. */
type Part = 'letter' | 'within' | 'spaceless' | 'none'

/** Words, for reading time: runs of letters and digits, and a segmenter's words in scripts that put no spaces between them. */
export function countWords(text: string): number {
  const spaced = spacedWords(text)
  if (spaced !== null) return spaced
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  let count = 0
  for (const [run] of text.matchAll(SPACELESS)) {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++
  }
  return count + (spacedWords(text.replace(SPACELESS, ' ')) ?? 0)
}

/** Null at the first character of a script without spaces. A loop, because a list of all words of a book takes its room. */
function spacedWords(text: string): number | null {
  const known = new Map<number, Part>()
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    let part = code < ASCII.length ? ASCII[code] : known.get(code)
    if (part === undefined) known.set(code, (part = partOf(String.fromCodePoint(code))))
    if (part === 'spaceless') return null
    if (part === 'letter' && !inWord) count++
    inWord = part === 'letter' || (inWord && part === 'within')
  }
  return count
}

function partOf(character: string): Part {
  if (IS_SPACELESS.test(character)) return 'spaceless'
  if (/[\p{L}\p{N}]/u.test(character)) return 'letter'
  return /[\p{M}'’.-]/u.test(character) ? 'within' : 'none'
}

/** Most characters of most texts. */
const ASCII: readonly Part[] = Array.from({ length: 128 }, (_, code) => partOf(String.fromCodePoint(code)))
