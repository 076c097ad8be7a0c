import type { Term } from '../question/question'
import { sum } from './likeness'
import type { Word } from './words'

/** So many characters make a piece of a word. */
const LENGTH = 4
/** What a piece counts that every text holds: without it, in an article whose title says what is asked, one idle word would decide. */
const AT_LEAST = 1

/** Words as one string, in which the pieces of words are looked for. */
export function joinWords(words: readonly Word[]): string {
  return ` ${words.map(({ text }) => text).join(' ')} `
}

/**
 * Makes the function that says how much of a question's words stands in a text, by pieces of four characters, of Han by single ones: 0 to 1.
 * Compounds, other forms of a word and words of the same root share pieces where their stems differ. A piece counts by how
 * well it tells the texts apart that may answer.
 */
export function createPieceShare(terms: readonly Term[], texts: readonly string[]): (text: string) => number {
  const weights = new Map<string, number>()
  for (const { word } of terms) {
    const pieces = piecesOf(word)
    for (const piece of pieces) {
      const held = texts.filter((text) => text.includes(piece)).length
      const weight = (AT_LEAST + Math.log(1 + (texts.length - held + 0.5) / (held + 0.5))) / pieces.length
      weights.set(piece, Math.max(weights.get(piece) ?? 0, weight))
    }
  }
  const all = sum([...weights.values()]) || 1
  return (text) => sum([...weights].map(([piece, weight]) => (text.includes(piece) ? weight : 0))) / all
}

function piecesOf(word: string): string[] {
  if (/\p{scx=Han}/u.test(word)) return Array.from(word)
  const whole = ` ${word} `
  return Array.from({ length: Math.max(1, whole.length - LENGTH + 1) }, (_, at) => whole.slice(at, at + LENGTH))
}
