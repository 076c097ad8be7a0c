import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutNotes, NOTE_GAP, type NoteBox } from './note-layout'

const boxes: fc.Arbitrary<NoteBox[]> = fc
  .array(fc.record({ passage: fc.nat({ max: 4000 }), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 30 })
  .map((notes) => notes.sort((a, b) => a.passage - b.passage).map((note, index) => ({ ...note, id: String(index) })))

test('notes keep their order and never overlap', () => {
  fc.assert(
    fc.property(boxes, fc.nat(), fc.nat({ max: 200 }), (notes, seed, lowest) => {
      const active = notes.length === 0 ? null : String(seed % notes.length)
      const tops = layoutNotes(notes, active, lowest)
      notes.forEach((note, index) => {
        const next = notes[index + 1]
        if (next === undefined) return
        expect(tops.get(next.id)).toBeGreaterThanOrEqual((tops.get(note.id) ?? NaN) + note.height + NOTE_GAP)
      })
    }),
  )
})

test('the active note stands exactly at its passage', () => {
  fc.assert(
    fc.property(boxes, fc.nat(), fc.nat({ max: 200 }), (notes, seed, lowest) => {
      const active = notes[seed % Math.max(1, notes.length)]
      if (active === undefined) return
      expect(layoutNotes(notes, active.id, lowest).get(active.id)).toBe(Math.max(active.passage, lowest))
    }),
  )
})

test('without an active note none stands above its passage or the top', () => {
  fc.assert(
    fc.property(boxes, fc.nat({ max: 200 }), (notes, lowest) => {
      const tops = layoutNotes(notes, null, lowest)
      for (const note of notes) expect(tops.get(note.id)).toBeGreaterThanOrEqual(Math.max(note.passage, lowest))
    }),
  )
})

test('a note with room is at its passage', () => {
  const notes = [
    { id: 'a', passage: 10, height: 50 },
    { id: 'b', passage: 30, height: 50 },
    { id: 'c', passage: 300, height: 50 },
  ]
  expect([...layoutNotes(notes, null, 0)]).toEqual([
    ['a', 10],
    ['b', 68],
    ['c', 300],
  ])
  expect([...layoutNotes(notes, 'b', 0)]).toEqual([
    ['a', -28],
    ['b', 30],
    ['c', 300],
  ])
})
