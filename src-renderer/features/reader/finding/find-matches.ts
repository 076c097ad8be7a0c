import { forgive, type Forgiving } from '@shared/text/forgiving-find'

export interface FindOptions {
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** More than this are neither counted nor shown. */
export const MOST_MATCHES = 5000

/** Looks for words in one text. What of it forgives is made once, as it is looked through with every letter that is typed. */
export function createFinder(text: string): (words: string, options: FindOptions) => { start: number; end: number }[] {
  const made = new Map<boolean, Forgiving>()
  return (words, options) => {
    const source = made.get(options.matchCase) ?? forgive(text, options.matchCase)
    made.set(options.matchCase, source)
    return findMatches(source, words, options)
  }
}

/**
 * Where words occur in a text, as UTF-16 offsets. Accents, kinds of quotation marks and dashes, ligatures, soft hyphens and the
 * amount of white space do not count, as in search; case only when asked for.
 */
function findMatches(source: Forgiving, words: string, options: FindOptions): { start: number; end: number }[] {
  const wanted = forgive(words.trim(), options.matchCase).text.trim()
  if (wanted === '') return []
  const edge = (side: '<!' | '!') => (options.wholeWords ? `(?${side}[\\p{L}\\p{N}_])` : '')
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  const pattern = new RegExp(edge('<!') + escaped + edge('!'), 'gu')
  const matches: { start: number; end: number }[] = []
  for (const match of source.text.matchAll(pattern)) {
    const start = source.starts[match.index]
    const end = source.ends[match.index + match[0].length - 1]
    if (start === undefined || end === undefined) continue
    matches.push({ start, end })
    if (matches.length === MOST_MATCHES) break
  }
  return matches
}
