import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnnotationId, ArticleId } from '@shared/domain/ids'
import { choose, type Candidate } from './choose'

const uuid = (kind: string, n: number): string =>
  `00000000-0000-4000-8000-${kind}${n.toString(16).padStart(12 - kind.length, '0')}`
const highlight = (n: number) => AnnotationId.parse(uuid('a', n))
const article = (n: number) => ArticleId.parse(uuid('b', n))

const candidates = fc
  .array(fc.record({ article: fc.nat(8), age: fc.integer({ min: 1, max: 5000 }), isSeldom: fc.boolean() }), {
    maxLength: 60,
  })
  .map((all) =>
    all.map(({ article: of, ...rest }, n): Candidate => ({ id: highlight(n), articleId: article(of), ...rest })),
  )
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('as many as are wanted or there are, each once, whatever the order they come in', () => {
  fc.assert(
    fc.property(candidates, day, fc.nat(15), (all, when, count) => {
      const chosen = choose(all, when, count)
      expect(chosen).toHaveLength(Math.min(count, all.length))
      expect(new Set(chosen).size).toBe(chosen.length)
      expect(choose(all.slice().reverse(), when, count)).toEqual(chosen)
    }),
  )
})

test('no article comes twice before all have come once, also beside those that were taken before', () => {
  fc.assert(
    fc.property(candidates, day, fc.nat(15), fc.uniqueArray(fc.nat(8)), (all, when, count, before) => {
      const taken = new Set(before.map(article))
      const ofId = new Map(all.map(({ id, articleId }) => [id, articleId]))
      const chosen = choose(all, when, count, taken).map((id) => ofId.get(id))
      const fresh = new Set(all.map(({ articleId }) => articleId).filter((id) => !taken.has(id)))
      const head = chosen.slice(0, fresh.size)
      expect(new Set(head).size).toBe(head.length)
      expect(head.every((id) => id !== undefined && fresh.has(id))).toBe(true)
    }),
  )
})

test('one highlight more pushes out one at most', () => {
  fc.assert(
    fc.property(candidates, day, fc.integer({ min: 1, max: 15 }), (all, when, count) => {
      // Each of an article of its own, so that nothing but the draw decides.
      const apart = all.map((one, n) => ({ ...one, articleId: article(n) }))
      const before = choose(apart.slice(1), when, count)
      const after = choose(apart, when, count)
      expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('over a year all come, older ones more often, and those to be seen seldom less', () => {
  const all = Array.from({ length: 30 }, (_, n) => ({
    id: highlight(n),
    articleId: article(n),
    age: n < 10 ? 300 : 30,
    isSeldom: n >= 20,
  }))
  const times = new Map<string, number>()
  for (let n = 0; n < 365; n += 1) {
    const when = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
    for (const id of choose(all, when, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  const mean = (from: number, to: number) =>
    all.slice(from, to).reduce((sum, { id }) => sum + (times.get(id) ?? 0), 0) / (to - from)
  expect(mean(0, 10)).toBeGreaterThan(3 * mean(10, 20))
  expect(mean(10, 20)).toBeGreaterThan(3 * mean(20, 30))
  expect(all.every(({ id }) => (times.get(id) ?? 0) > 0)).toBe(true)
})

test('an article with very many highlights does not crowd out the others', () => {
  const many = Array.from({ length: 5000 }, (_, n) => n)
  const all = [...many, ...many.slice(0, 20)].map((_, n) => ({
    id: highlight(n),
    articleId: article(n < 5000 ? 0 : n),
    age: 100,
    isSeldom: false,
  }))
  const chosen = choose(all, '2026-11-22', 5)
  expect(chosen.filter((id) => all.slice(0, 5000).some((one) => one.id === id)).length).toBeLessThanOrEqual(1)
})
