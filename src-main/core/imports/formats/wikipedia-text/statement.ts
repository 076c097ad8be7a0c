import type { Licence } from '@shared/domain/snapshot'

/** How far down a copy says where it comes from. */
const LOOK_AT_LINES = 20

const TERMS = /creative commons|attribution-?\s?share-?\s?alike|\bcc[ -]by\b|\bGFDL\b|free documentation licen[cs]e/iu

/** The line that says: this is Wikipedia's text, under such a licence. -1 when there is none near the top. */
export function statementLine(lines: readonly string[]): number {
  let seen = 0
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    if (++seen > LOOK_AT_LINES) return -1
    if (/wikipedia/iu.test(line) && TERMS.test(line)) return at
  }
  return -1
}

/** Where the terms of Wikipedia's present text stand; older revisions may be used under them, too. */
const PRESENT_DEED = 'https://creativecommons.org/licenses/by-sa/4.0/'

/**
 * The licence as the line states it, without what the mirror says to its visitors. A version is named only where the line names
 * one; the link that the licence asks for leads to that version's deed, else to that of all of Wikipedia's present text.
 */
export function licenceOf(line: string): Licence {
  const sentences = line.trim().split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  const terms = sentences.filter((sentence) => /wikipedia|licen[cs]e|creative commons|copyright/iu.test(sentence))
  const statement = terms.join(' ')
  const isShareAlike = /share-?\s?alike|\bby-sa\b/iu.test(statement)
  const version = /\b([1-4]\.\d)\b/u.exec(statement)?.[1] ?? null
  if (!isShareAlike) return { statement, name: null, url: null }
  return {
    statement,
    name: version === null ? 'CC BY-SA' : `CC BY-SA ${version}`,
    url: version === null ? PRESENT_DEED : `https://creativecommons.org/licenses/by-sa/${version}/`,
  }
}
