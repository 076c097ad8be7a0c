import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createOffsets } from './offsets'

const pieces = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 40 })

test('every offset leads to a place in a piece, and back', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.constantFrom('start' as const, 'end' as const), (texts, seed, edge) => {
      const offsets = createOffsets(texts.map((text) => text.length))
      const whole = texts.join('')
      const offset = seed % (whole.length + 1)
      const place = offsets.locate(offset, edge)
      expect(place).not.toBeNull()
      if (place === null) return
      expect(offsets.startOf(place.piece) + place.offset).toBe(offset)
      expect(place.offset).toBeGreaterThanOrEqual(0)
      expect(place.offset).toBeLessThanOrEqual(texts[place.piece]?.length ?? -1)
    }),
  )
})

test('a passage is cut from the pieces as from the whole', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (texts, a, b) => {
      const whole = texts.join('')
      if (whole.length === 0) return
      const start = a % whole.length
      const end = start + 1 + (b % (whole.length - start))
      const offsets = createOffsets(texts.map((text) => text.length))
      const from = offsets.locate(start, 'start')
      const to = offsets.locate(end, 'end')
      if (from === null || to === null) throw new Error('no place')
      const cut = texts
        .map((text, piece) => {
          if (piece < from.piece || piece > to.piece) return ''
          return text.slice(piece === from.piece ? from.offset : 0, piece === to.piece ? to.offset : undefined)
        })
        .join('')
      expect(cut).toBe(whole.slice(start, end))
    }),
  )
})

test('offsets outside the text have no place', () => {
  const offsets = createOffsets([3, 0, 4])
  expect(offsets.length).toBe(7)
  expect(offsets.locate(8, 'start')).toBeNull()
  expect(offsets.locate(-1, 'end')).toBeNull()
  expect(createOffsets([]).locate(0, 'start')).toBeNull()
  expect(offsets.locate(3, 'end')).toEqual({ piece: 0, offset: 3 })
  expect(offsets.locate(3, 'start')).toEqual({ piece: 2, offset: 0 })
})
