import type { OutlineEntry } from '@shared/domain/snapshot'
import type { Content } from './block-bounds'
import { tokenise } from './fold'
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
}

/** Makes the function that gives the words of some texts as they stand in the index: folded and stemmed. */
export function createShadow(): (texts: readonly string[]) => string {
  const stems = new Map<string, string>()
  const stemOf = (word: string): string => {
    const known = stems.get(word) ?? stem(word)
    stems.set(word, known)
    return known
  }
  return (texts) => texts.flatMap((text) => tokenise(text).map((token) => stemOf(token.text))).join(' ')
}

/**
 * What the index holds of a snapshot. `text` is the content's `textContent`. Takes half a second for a book, so imports do it in
 * their worker.
 */
export function indexedPassages(content: Content, text: string, outline: readonly OutlineEntry[]): IndexedPassage[] {
  const shadow = createShadow()
  const sections = new Map<string, string>()
  return passagesOf(content, text, outline).map((passage) => {
    const section = sections.get(passage.section) ?? shadow([passage.section])
    sections.set(passage.section, section)
    const { start, end, breaks } = passage
    return { start, end, breaks, section, body: shadow(segmentsOf(text, passage)) }
  })
}
