/** What a known licence lets a person do, in a sentence; null for one that is not known. */
export function licenceWords(name: string | null): string | null {
  const text = name?.toUpperCase() ?? ''
  if (/CC0|PUBLIC DOMAIN/u.test(text)) return 'Free to use in any way.'
  if (!text.includes('CC BY')) return null
  const parts = [
    text.includes('ND') ? 'Share unchanged, with credit' : 'Share and adapt with credit',
    text.includes('SA') ? 'under the same licence' : null,
    text.includes('NC') ? 'not commercially' : null,
  ]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}
