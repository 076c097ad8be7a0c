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
