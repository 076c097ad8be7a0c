import type { OutlineEntry } from '@shared/domain/snapshot'
import type { Content } from './block-bounds'
import { tokenise, type Token } from './fold'
import { passagesOf, segmentsOf } from './passages'
import { stem } from './stem'

/** A passage as it stands in the index: `section` and `body` are words, folded and stemmed. Offsets are UTF-16. */
export interface IndexedPassage {
  readonly start: number
  readonly end: number
  /** Where a new block begins within it, ascending. */
  readonly breaks: readonly number[]
  readonly section: string
  readonly body: string
  /** Words that the snapshot's earlier passages do not hold, as the text spells them, with spaces between. */
  readonly newWords: string
}

/** Makes the function that gives the words of some texts as they stand in the index: folded and stemmed. */
export function createShadow(onWord: (folded: string, text: string, token: Token) => void = () => {}) {
  const stems = new Map<string, string>()
  const stemOf = (word: string): string => {
    const known = stems.get(word) ?? stem(word)
    stems.set(word, known)
    return known
  }
  return (texts: readonly string[]): string =>
    texts
      .flatMap((text) =>
        tokenise(text).map((token) => {
          onWord(token.text, text, token)
          return stemOf(token.text)
        }),
      )
      .join(' ')
}

/**
 * What the index holds of a snapshot. `text` is the content's `textContent`. Takes half a second for a book, so imports do it in
 * their worker.
 */
export function indexedPassages(content: Content, text: string, outline: readonly OutlineEntry[]): IndexedPassage[] {
  const seen = new Set<string>()
  let fresh: string[] = []
  const shadow = createShadow((folded, source, token) => {
    if (seen.has(folded)) return
    seen.add(folded)
    fresh.push(source.slice(token.start, token.end))
  })
  const sections = new Map<string, string>()
  return passagesOf(content, text, outline).map((passage) => {
    fresh = []
    const section = sections.get(passage.section) ?? shadow([passage.section])
    sections.set(passage.section, section)
    const { start, end, breaks } = passage
    const body = shadow(segmentsOf(text, passage))
    return { start, end, breaks, section, body, newWords: fresh.join(' ') }
  })
}
