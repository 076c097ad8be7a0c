import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJson, toJson } from './json-bytes'

test('bytes of any content and length come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromJson(toJson({ file: { bytes } }))).toEqual({ file: { bytes: new Uint8Array(bytes) } })
    }),
  )
})

test('a file of several pieces comes back whole', () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => (i * 31) % 256)
  expect(fromJson(toJson(bytes))).toEqual(bytes)
})

test('a Node buffer counts as bytes', () => {
  expect(fromJson(toJson({ bytes: Buffer.from('häh') }))).toEqual({ bytes: new Uint8Array(Buffer.from('häh')) })
})

test('everything else is plain JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(fromJson(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(fromJson(toJson({ $bytes: 'aGk=', more: 1 }))).toEqual({ $bytes: 'aGk=', more: 1 })
})
