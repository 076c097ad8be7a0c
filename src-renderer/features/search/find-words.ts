import type { Excerpt } from '@shared/contract/search'
import { escapeForPattern } from '../../ui/words/escape-for-pattern'

/** How far around a passage words are marked too, in UTF-16 units. */
const AROUND = 2000
const MOST = 200

/**
 * Where the words that an excerpt marks stand in a text, at a passage and around it: `[start, end)` in UTF-16 units.
 * Case does not count.
 */
export function findWords(text: string, passage: { start: number; end: number }, excerpt: Excerpt): [number, number][] {
  const from = Math.max(0, passage.start - AROUND)
  const part = text.slice(from, passage.end + AROUND)
  const words = [...new Set(excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end)))].filter(
    (word) => word !== '',
  )
  const found: [number, number][] = []
  for (const word of words) {
    const pattern = new RegExp(escapeForPattern(word), 'giu')
    for (const match of part.matchAll(pattern)) {
      found.push([from + match.index, from + match.index + match[0].length])
      if (found.length === MOST) return found
    }
  }
  return found
}
