import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLooseJson } from './json'

test.each([
  ['{"a":1}', { a: 1 }],
  ['<!-- {"a":1} -->', { a: 1 }],
  ['//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
  ['{"a":1};', { a: 1 }],
  ['{"a":[1,2,],"b":{"c":3,},}', { a: [1, 2], b: { c: 3 } }],
  ['{"a":"line\nbreak"}', { a: 'line break' }],
  ['{&quot;a&quot;:&quot;b&quot;}', { a: 'b' }],
  [String.raw`{"a":"it\'s"}`, { a: "it's" }],
  ['{"a":', null],
  ['', null],
  ['not json', null],
])('parseLooseJson(%s)', (source, value) => expect(parseLooseJson(source)).toEqual(value))

test('never throws, and keeps what is valid as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLooseJson(text)))
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseLooseJson(text)).toEqual(JSON.parse(text))
    }),
  )
})
