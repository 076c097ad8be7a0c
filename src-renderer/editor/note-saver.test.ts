import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NoteDocument } from '@shared/domain/note-document'
import { mergeNotes } from './merge-notes'
import { noteText } from '@shared/text/note-text'
import { EMPTY_NOTE } from './note-normal'
import { createNoteSaver, type SaveOutcome, type SaveState } from './note-saver'

const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})

/** A library of one note, a clock that is moved by hand, and the saver between them. */
function desk() {
  const library = { revision: 0, body: EMPTY_NOTE, down: false, requests: 0, mostAtOnce: 0 }
  const timers: { at: number; run: () => void }[] = []
  let now = 0
  let journal: NoteDocument | null = null
  const states: SaveState[] = []
  const failures: string[] = []
  let shown: NoteDocument = EMPTY_NOTE
  let open = 0
  const saver = createNoteSaver(0, {
    save: async (base, body): Promise<SaveOutcome> => {
      library.requests += 1
      open += 1
      library.mostAtOnce = Math.max(library.mostAtOnce, open)
      await Promise.resolve()
      open -= 1
      if (library.down) return { kind: 'failed', message: 'The disk is full.' }
      if (base !== library.revision) return { kind: 'conflict', revision: library.revision, stored: library.body }
      library.revision += 1
      library.body = body
      return { kind: 'saved', revision: library.revision }
    },
    remember: (version) => {
      journal = version === null ? null : version.body
    },
    schedule: (delay, run) => {
      const timer = { at: now + delay, run }
      timers.push(timer)
      return () => {
        const index = timers.indexOf(timer)
        if (index !== -1) timers.splice(index, 1)
      }
    },
    onState: (state) => states.push(state),
    onMerged: (body) => {
      shown = body
    },
    onFailure: (message) => failures.push(message),
  })
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const advance = async (ms: number) => {
    const end = now + ms
    for (;;) {
      timers.sort((a, b) => a.at - b.at)
      const next = timers[0]
      if (next === undefined || next.at > end) break
      timers.shift()
      now = next.at
      next.run()
      await settle()
    }
    now = end
    await settle()
  }
  const type = (text: string) => {
    shown = note(text)
    saver.change(shown)
  }
  return { library, saver, states, failures, settle, advance, type, journal: () => journal, shown: () => shown }
}

test('typing without a pause is never more than 300 ms behind', async () => {
  const { library, type, advance, journal } = desk()
  let text = ''
  for (let key = 0; key < 200; key += 1) {
    text += 'x'
    type(text)
    await advance(20)
    if (key >= 15) expect(noteText(library.body).length).toBeGreaterThanOrEqual(text.length - 300 / 20)
  }
  await advance(300)
  expect(noteText(library.body)).toBe(text)
  expect(library.mostAtOnce).toBe(1)
  expect(library.requests).toBeLessThan(25)
  expect(journal()).toBeNull()
})

test('what was typed last is remembered at once and sent by a flush', async () => {
  const { library, saver, type, settle, journal } = desk()
  type('one')
  expect(journal()).toEqual(note('one'))
  saver.flush()
  await settle()
  expect(library.body).toEqual(note('one'))
  expect(journal()).toBeNull()
  expect(saver.unsaved()).toBeNull()
})

test('a failure keeps the text, says so once, and tries again until it is through', async () => {
  const { library, type, advance, states, failures, journal, saver } = desk()
  library.down = true
  type('kept')
  await advance(10_000)
  expect(states.at(-1)).toBe('not-saved')
  expect(failures).toEqual(['The disk is full.'])
  expect(journal()).toEqual(note('kept'))
  expect(saver.unsaved()).toEqual(note('kept'))
  library.down = false
  await advance(30_000)
  expect(library.body).toEqual(note('kept'))
  expect(states.at(-1)).toBe('saved')
})

test('a note saved elsewhere in between keeps both texts', async () => {
  const { library, type, advance, shown } = desk()
  library.revision = 4
  library.body = note('written in the other window')
  type('written here')
  await advance(1000)
  expect(noteText(library.body)).toBe('written in the other window\nAlso written here:\nwritten here')
  expect(shown()).toEqual(library.body)
})

test('finding our own earlier version stored is no conflict', async () => {
  const { library, type, advance } = desk()
  type('first')
  library.revision = 1
  library.body = note('first')
  type('first and second')
  await advance(1000)
  expect(noteText(library.body)).toBe('first and second')
})

test('whatever fails and whoever writes, no words are lost', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 4000 }) }),
    fc.record({ kind: fc.constant('down' as const), down: fc.boolean() }),
    fc.record({ kind: fc.constant('elsewhere' as const) }),
    fc.record({ kind: fc.constant('flush' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const each = desk()
      const written: string[] = []
      let serial = 0
      for (const next of steps) {
        serial += 1
        if (next.kind === 'type') {
          written.push(`here${serial};`)
          each.type(`${noteText(each.shown())}here${serial};`)
        } else if (next.kind === 'wait') await each.advance(next.ms)
        else if (next.kind === 'down') each.library.down = next.down
        else if (next.kind === 'flush') each.saver.flush()
        else if (each.saver.unsaved() !== null) {
          written.push(`there${serial};`)
          each.library.revision += 1
          each.library.body = note(`${noteText(each.library.body)}there${serial};`)
        }
        await each.settle()
      }
      each.library.down = false
      await each.advance(60_000)
      for (const words of written) expect(noteText(each.library.body)).toContain(words)
      expect(each.journal()).toBeNull()
      expect(each.library.mostAtOnce).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

test('merging loses neither text', () => {
  expect(noteText(mergeNotes(note('a'), note('b')))).toContain('a')
  expect(mergeNotes(note('a'), note('a'))).toEqual(note('a'))
  expect(mergeNotes(null, note('b'))).toEqual(note('b'))
  expect(mergeNotes(note('a'), EMPTY_NOTE)).toEqual(note('a'))
})
