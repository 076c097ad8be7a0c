import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnnotationId, ArticleId } from '../domain/ids'
import { makeDeepLink, parseDeepLink } from './deep-link'

const link = fc.record({
  articleId: fc.uuid().map((id) => ArticleId.parse(id)),
  annotationId: fc.option(fc.uuid().map((id) => AnnotationId.parse(id))),
})

test('a link is read as it was made', () => {
  fc.assert(
    fc.property(link, (place) => {
      expect(parseDeepLink(makeDeepLink(place))).toEqual(place)
    }),
  )
})

test('a link that passed through a browser or a shell still leads there', () => {
  const place = {
    articleId: ArticleId.parse('0b8f8a6e-5d0e-4a7c-9d55-8a6a3f1f8f10'),
    annotationId: AnnotationId.parse('6f9619ff-8b86-4d01-b42d-00cf4fc964ff'),
  }
  expect(parseDeepLink(`${makeDeepLink(place).toUpperCase()}/`)).toEqual(place)
})

test('a link may name a passage', () => {
  const articleId = ArticleId.parse('0b8f8a6e-5d0e-4a7c-9d55-8a6a3f1f8f10')
  const place = { articleId, annotationId: null }
  expect(parseDeepLink(`${makeDeepLink(place)}?at=12-40`)).toEqual({ ...place, passage: { start: 12, end: 40 } })
})

test('nothing else is a link', () => {
  const made = makeDeepLink({ articleId: ArticleId.parse('0b8f8a6e-5d0e-4a7c-9d55-8a6a3f1f8f10'), annotationId: null })
  for (const address of [
    '',
    'lectern://open/',
    'lectern://open/../x',
    `${made}/../../x`,
    `${made}?x`,
    `https${made.slice(7)}`,
  ]) {
    expect(parseDeepLink(address)).toBeNull()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseDeepLink(text)).toBeNull()
    }),
  )
})
