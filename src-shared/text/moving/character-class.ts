/** What a code point is to a comparison of words. */
export const CLASS = { space: 0, ignored: 1, letter: 2, digit: 3, single: 4, other: 5 } as const
export type CharacterClass = (typeof CLASS)[keyof typeof CLASS]

/** Soft hyphens, zero-width characters, direction marks and variation selectors: nobody sees them. */
const IGNORED = /[\p{Default_Ignorable_Code_Point}\u00ad\ufeff]/u
/** Scripts written without spaces between words: each character stands for itself. */
const SINGLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LETTER = /[\p{L}\p{M}_]/u
const DIGIT = /\p{N}/u
const SPACE = /\s/u

function classify(point: number): CharacterClass {
  const character = String.fromCodePoint(point)
  if (SPACE.test(character)) return CLASS.space
  if (IGNORED.test(character)) return CLASS.ignored
  if (DIGIT.test(character)) return CLASS.digit
  if (/\p{M}/u.test(character)) return CLASS.letter
  if (SINGLE.test(character)) return CLASS.single
  return LETTER.test(character) ? CLASS.letter : CLASS.other
}

/** Makes the function that classifies code points, which remembers what it has seen. */
export function createClassifier(): (point: number) => CharacterClass {
  const known = new Map<number, CharacterClass>()
  // One more than the class; 0 where it is not known yet.
  const basic = new Uint8Array(0x10000)
  const kinds = Object.values(CLASS)
  return (point) => {
    const seen = point < 0x10000 ? (basic[point] ?? 0) - 1 : -1
    const remembered = seen >= 0 ? kinds[seen] : known.get(point)
    if (remembered !== undefined) return remembered
    const found = classify(point)
    if (point < 0x10000) basic[point] = kinds.indexOf(found) + 1
    else known.set(point, found)
    return found
  }
}
