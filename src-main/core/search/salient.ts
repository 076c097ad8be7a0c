import { isUnspaced, tokenise } from '../text/fold'
import { stem } from '../text/stem'
import { isStopWord } from './stop-words'

/** A term that says what a text is about. */
export interface Salient {
  /** As the index holds it. */
  readonly term: string
  /** As the text writes it first. */
  readonly written: string
  readonly weight: number
}

/** A longer text is judged by its beginning: UTF-16 units. */
const LONGEST = 40_000
/** Whose frequency in the library is looked up. */
const CANDIDATES = 80
/** Words of the title count as if they stood so often more. */
const TITLE = 4

/**
 * The terms that tell a text from the others of the library: common in it, and rare among the rows (tf·idf; K. Spärck Jones, "A
 * statistical interpretation of term specificity", 1972). Terms that stand nowhere else, or in more than `most` rows, say nothing.
 */
export function salientTerms(
  subject: { readonly title: string; readonly text: string },
  library: { readonly rows: number; readonly most: number; frequency(term: string): number },
  limit: number,
): Salient[] {
  const counted = new Map<string, { count: number; written: string }>()
  const count = (text: string, by: number) => {
    for (const token of tokenise(text)) {
      if (isStopWord(token.text) || (!isUnspaced(token.text) && token.text.length < 3) || /^\d{1,2}$/u.test(token.text))
        continue
      const term = stem(token.text)
      const known = counted.get(term)
      if (known === undefined) counted.set(term, { count: by, written: text.slice(token.start, token.end) })
      else known.count += by
    }
  }
  count(subject.text.slice(0, LONGEST), 1)
  count(subject.title, TITLE)
  return [...counted]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, CANDIDATES)
    .flatMap(([term, { count: times, written }]) => {
      const rows = library.frequency(term)
      if (rows === 0 || rows > library.most) return []
      return [{ term, written, weight: (1 + Math.log(times)) * Math.log((1 + library.rows) / rows) }]
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
}
