import type { LinkedTitle } from '@shared/domain/note'
import { fold } from '@shared/text/fold'
import type { Linkable } from './link-store'

/** How well a title fits: 0 it begins with the words, 1 one of its words does, 2 they stand in it; null when it does not. */
function fitOf(title: string, words: readonly string[], whole: string): number | null {
  const folded = fold(title)
  if (!words.every((word) => folded.includes(word))) return null
  if (folded.startsWith(whole)) return 0
  return words.every((word) => folded.startsWith(word) || folded.includes(` ${word}`)) ? 1 : 2
}

/** The things to link to whose title holds all of the words, best first; the latest when there are no words. */
export function suggestLinks(from: readonly Linkable[], text: string, limit: number): LinkedTitle[] {
  const whole = fold(text).replace(/\s+/gu, ' ').trim()
  const words = whole.split(' ').filter((word) => word !== '')
  return from
    .flatMap(({ target, title }, age) => {
      const fit = fitOf(title, words, whole)
      return fit === null ? [] : [{ target, title, fit, age }]
    })
    .sort((a, b) => a.fit - b.fit || a.age - b.age)
    .slice(0, limit)
    .map(({ target, title }) => ({ target, title, state: 'here' }))
}
