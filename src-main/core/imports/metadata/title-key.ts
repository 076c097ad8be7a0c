/** Share of the shorter title's words that the two must have in common to be one title in two wordings. */
const ALIKE = 0.5

/** A title's letters and digits, to compare titles that are set differently. */
export function titleKey(text: string): string {
  return text
    .slice(0, 1000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether two titles are one, with or without what a site puts before or behind. */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [titleKey(one), titleKey(other)]
  if (a === '' || b === '') return false
  return a === b || (Math.min(a.length, b.length) >= 12 && (a.includes(b) || b.includes(a)))
}

/** Whether two titles are one in two wordings. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const fewest = Math.min(a.size, b.size)
  return fewest > 0 && b.size > 1 && [...a].filter((word) => b.has(word)).length / fewest >= ALIKE
}

/** Words of two letters at least; of Chinese and Japanese, signs. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu))
}
