import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOME, hashToRoute, routeToHash } from './route'

const id = '0b8f3c1e-6a0d-4c4e-9a58-6c1f5e0f2d11'

test('a passage of an article has an address', () => {
  const route = hashToRoute(`#/inbox/${id}?at=12-40&note=${id}`)
  expect(route).toMatchObject({ page: 'articles', articleId: id, passage: { start: 12, end: 40 }, annotationId: id })
  expect(routeToHash(route)).toBe(`#/inbox/${id}?at=12-40&note=${id}`)
})

test('a question that was asked, and what articles are to be like, have addresses', () => {
  for (const hash of [
    `#/all/${id}?asked=${id}.${id}`,
    `#/topic/${id}?tab=questions&asked=${id}.${id}`,
    `#/ask/${id}?question=${id}`,
    `#/alike/article/${id}`,
    `#/alike/passage/${id}/12-40`,
    `#/alike/annotation/${id}`,
    `#/alike/own-note/${id}`,
  ]) {
    expect(routeToHash(hashToRoute(hash))).toBe(hash)
  }
  expect(hashToRoute(`#/all/${id}?asked=${id}`)).not.toHaveProperty('asked')
  expect(hashToRoute(`#/alike/passage/${id}`)).toEqual(HOME)
})

test('anything that is not an address of ours is Inbox', () => {
  expect(hashToRoute('')).toEqual(HOME)
  expect(hashToRoute('#token=abc')).toEqual(HOME)
  expect(hashToRoute('#/inbox/not-an-id')).toEqual(HOME)
})

test('any tag and any search survive the address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      fc.pre(!/\p{Surrogate}/u.test(text) && text.normalize('NFC') === text)
      const listed = hashToRoute(`#/tag/${encodeURIComponent(text)}`)
      expect(hashToRoute(routeToHash(listed))).toMatchObject({ view: { kind: 'tag', tag: text } })
      expect(hashToRoute(routeToHash({ page: 'search', text }))).toEqual({ page: 'search', text })
    }),
  )
})
