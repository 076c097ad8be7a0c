import { expect, test } from 'vitest'
import fc from 'fast-check'
import { anchorPassage } from './anchor'
import { describePassage } from './describe'

const pieces = fc.constantFrom('a', 'word', ' ', '\n\n', '👩‍👩‍👧‍👦', 'é', '𝒜', '東京', 'النص', '🇵🇰', '\u00a0', '.', '\r\n')
const text = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))

test('a passage is its words, trimmed, with whole characters at its edges', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const from = a % (whole.length + 1)
      const to = b % (whole.length + 1)
      const passage = describePassage(whole, from, to)
      if (passage === null) {
        expect(whole.slice(Math.min(from, to), Math.max(from, to)).trim()).toBe('')
        return
      }
      const { position, quote } = passage
      expect(whole.slice(position.start, position.end)).toBe(quote.exact)
      expect(quote.exact).toBe(quote.exact.trim())
      expect(whole.slice(0, position.start).endsWith(quote.prefix)).toBe(true)
      expect(whole.slice(position.end).startsWith(quote.suffix)).toBe(true)
      expect(quote.prefix.length).toBeLessThanOrEqual(64)
      expect(quote.suffix.length).toBeLessThanOrEqual(64)
      for (const part of [quote.exact, quote.prefix, quote.suffix]) expect(part).not.toMatch(/\p{Surrogate}/u)
      const edges = new Set(
        [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole)].map((each) => each.index),
      ).add(whole.length)
      expect(edges.has(position.start)).toBe(true)
      expect(edges.has(position.end)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a described passage is found where it was, and again when text before it changes', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), text, (whole, a, b, inserted) => {
      const passage = describePassage(whole, a % (whole.length + 1), b % (whole.length + 1))
      if (passage === null) return
      expect(anchorPassage(whole, passage.position, passage.quote)).toEqual(passage.position)
      const moved = anchorPassage(inserted + whole, passage.position, passage.quote)
      if (moved === null) throw new Error('lost')
      expect((inserted + whole).slice(moved.start, moved.end)).toBe(passage.quote.exact)
    }),
  )
})

test('of equal words those with the same surroundings are taken', () => {
  const before = 'one fish two fish red fish blue fish'
  const passage = describePassage(before, 22, 26)
  if (passage === null) throw new Error('nothing')
  expect(passage.quote.exact).toBe('fish')
  const after = 'fish: a poem. one fish two fish red fish blue fish'
  const found = anchorPassage(after, passage.position, passage.quote)
  expect(found).toEqual({ start: 36, end: 40 })
})

test('words that are gone are an orphan', () => {
  const passage = describePassage('it convinced hardly any officials', 3, 12)
  if (passage === null) throw new Error('nothing')
  expect(anchorPassage('it persuaded few officials', passage.position, passage.quote)).toBeNull()
})
