import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, anyOf, eachOf, parseQuery } from './query'

const term = (words: string[], prefix = false) => ({ words, prefix })

test.each([
  ['police station', [term(['police']), term(['station'], true)], []],
  ['"police station" att', [term(['police', 'station']), term(['att'], true)], []],
  ['“police stat', [term(['police', 'stat'], true)], []],
  ['karachi -kandahar', [term(['karachi'])], [term(['kandahar'])]],
  ['well-known', [term(['well', 'known'], true)], []],
  ['-', [], []],
  ['NEAR(a b) OR *', [term(['near', 'a']), term(['b']), term(['or'])], []],
  ['中国', [term(['中国'], true)], []],
  ['国', [term(['国'], true)], []],
  ['a', [term(['a'])], []],
  ['👍 ""', [], []],
])('reads %s', (text, wanted, unwanted) => {
  const query = parseQuery(text)
  const plain = (terms: typeof query.wanted) => terms.map(({ words, prefix }) => ({ words, prefix }))
  expect({ wanted: plain(query.wanted), unwanted: plain(query.unwanted) }).toEqual({ wanted, unwanted })
})

test('leaves words that say nothing out of the looser search', () => {
  expect(anyOf(parseQuery('where was the station built'))).toBe('("station" OR "built" *)')
  expect(anyOf(parseQuery('who is who'))).not.toBeNull()
})

test('looks for stems that the word being typed may come to have', () => {
  expect(allOf(parseQuery('universi'))).toBe('(("universi" * OR "univers"))')
})

test('gives an expression that SQLite takes for any string', () => {
  const db = new BetterSqlite3(':memory:')
  db.exec("CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1)")
  const find = db.prepare('SELECT count(*) FROM words WHERE words MATCH ?').pluck()
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...'ab -"*()^:+{}“”\'国,.NOT'.split('')), maxLength: 30 }),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const query = parseQuery(typed)
      for (const expression of [allOf(query), anyOf(query), ...eachOf(query)]) {
        if (expression !== null) expect(find.get(expression)).toBe(0)
      }
    }),
  )
  db.close()
})
