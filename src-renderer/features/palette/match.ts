import { escapeForPattern } from '../../ui/words/escape-for-pattern'

/** A match of what was typed in a title: its rank, lower is better, and the ranges to mark. */
export interface Match {
  rank: number
  marks: [number, number][]
}

/**
 * Matches each word that was typed with the title: at its start, at the start of a word, or inside it. Case and accents
 * do not count. Null where a word is missing.
 */
export function matchTitle(title: string, typed: string): Match | null {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  const folded = fold(title)
  // Folding must keep offsets; where it cannot, nothing is marked.
  const canMark = folded.length === title.length
  let rank = 0
  const marks: [number, number][] = []
  for (const word of words) {
    const atWord = folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${escapeForPattern(word)}`, 'u'))
    const at = atWord >= 0 ? atWord : folded.indexOf(word)
    if (at < 0) return null
    rank += at === 0 ? 0 : atWord >= 0 ? 1 : 2
    if (canMark) marks.push([at, at + word.length])
  }
  return { rank, marks: apart(marks) }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function apart(marks: [number, number][]): [number, number][] {
  const found: [number, number][] = []
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}
