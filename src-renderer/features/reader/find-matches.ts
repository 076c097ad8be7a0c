export interface FindOptions {
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** More than this are neither counted nor shown. */
export const MOST_MATCHES = 5000

/** Where words occur in a text, as UTF-16 offsets. White space in the words matches any white space. */
export function findMatches(text: string, words: string, options: FindOptions): { start: number; end: number }[] {
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  if (parts.length === 0) return []
  const edge = (side: '<!' | '!') => (options.wholeWords ? `(?${side}[\\p{L}\\p{N}_])` : '')
  const pattern = new RegExp(edge('<!') + parts.join('\\s+') + edge('!'), options.matchCase ? 'gu' : 'giu')
  const matches: { start: number; end: number }[] = []
  for (const match of text.matchAll(pattern)) {
    matches.push({ start: match.index, end: match.index + match[0].length })
    if (matches.length === MOST_MATCHES) break
  }
  return matches
}
