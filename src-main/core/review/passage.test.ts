import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passageIn } from './passage'

test('a passage stands among the words of its own blocks', () => {
  const text = 'HeadingOne two three. Four five.Next block.'
  const blocks = [{ start: 0, end: text.length, breaks: [7, 32] }]
  const start = text.indexOf('two')
  expect(passageIn(text, { start, end: start + 9 }, blocks)).toEqual({
    before: 'One ',
    words: 'two three',
    after: '. Four five.',
  })
  expect(passageIn(text, { start: text.indexOf('Four'), end: text.indexOf('Next') + 4 }, blocks)).toEqual({
    before: 'One two three. ',
    words: 'Four five.\nNext',
    after: ' block.',
  })
})

test('long texts are cut between words, and never within a character', () => {
  const long = 'word '.repeat(400)
  const at = long.length
  const text = `${long}HERE ${long}`
  const { before, words, after } = passageIn(text, { start: at, end: at + 4 }, [
    { start: 0, end: text.length, breaks: [] },
  ])
  expect(words).toBe('HERE')
  expect(before).toMatch(/^… word( word)* $/u)
  expect(after).toMatch(/^ word( word)* …$/u)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.nat(), fc.nat(), (any, a, b) => {
      const [start = 0, end = 0] = [a % (any.length + 1), b % (any.length + 1)].sort((x, y) => x - y)
      if (start === end || !any.isWellFormed()) return
      const edge = (offset: number) => /^[\uDC00-\uDFFF]/u.test(any.slice(offset))
      if (edge(start) || edge(end)) return
      const found = passageIn(any, { start, end }, [{ start: 0, end: any.length, breaks: [] }])
      expect(`${found.before}${found.words}${found.after}`.isWellFormed()).toBe(true)
    }),
  )
})
