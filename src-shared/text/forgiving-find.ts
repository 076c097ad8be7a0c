/** Characters that are typed one way and printed another. */
const SAME: Readonly<Record<string, string>> = {
  '\u2018': "'", '\u2019': "'", '\u201a': "'", '\u201b': "'", '\u02bc': "'", '\u2032': "'",
  '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u201f': '"', '\u00ab': '"', '\u00bb': '"', '\u2033': '"',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2015': '-', '\u2212': '-',
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i',
} // prettier-ignore

const ACCENT = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u065f\u0670]/gu
/** Soft hyphens, joiners and other characters that take no room. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/u
const PLAIN = /^[\x21-\x7e]$/u

/** A text with what one may leave out or type differently made the same, and where each of its units comes from. */
export interface Forgiving {
  readonly text: string
  /** For each UTF-16 unit of `text`, where what it comes from begins and ends in the text that was given. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Makes accents, kinds of quotation marks and dashes, ligatures, white space and soft hyphens alike, and case too unless it
 * matters. Works character by character, so that places can be led back.
 */
export function forgive(text: string, matchCase: boolean): Forgiving {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const plain = folded(character, matchCase)
    if (plain === ' ' && out.at(-1) === ' ') {
      ends[ends.length - 1] = end
    } else if (plain === '') {
      // What stands on a letter belongs to it; soft hyphens to what is before them.
      if (ends.length > 0 && out.at(-1) !== ' ') ends[ends.length - 1] = end
    } else {
      for (const unit of plain.split('')) {
        out.push(unit)
        starts.push(at)
        ends.push(end)
      }
    }
    at = end
  }
  return { text: out.join(''), starts, ends }
}

function folded(character: string, matchCase: boolean): string {
  if (PLAIN.test(character)) return matchCase ? character : character.toLowerCase()
  if (/\s/u.test(character)) return ' '
  if (UNSEEN.test(character)) return ''
  const same = SAME[character] ?? character.normalize('NFKD').replace(ACCENT, '').normalize('NFC')
  return matchCase ? same : same.toLowerCase()
}
