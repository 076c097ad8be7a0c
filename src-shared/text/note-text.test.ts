import { expect, test } from 'vitest'
import type { Block, NoteDocument, TextRun } from '../domain/note-document'
import { isBlankNote, noteText } from './note-text'

const words = (text: string): TextRun => ({ type: 'text', text, marks: [] })
const note = (...blocks: Block[]): NoteDocument => ({ version: 1, blocks })

test('every kind of block gives its words, one line each', () => {
  const text = noteText(
    note(
      { type: 'heading', level: 2, children: [words('The pump')] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Water ', marks: ['bold'] },
          {
            type: 'link',
            url: 'https://example.org/',
            children: [words('from the well'), { type: 'break' }, words('in 1854')],
          },
        ],
      },
      { type: 'quote', children: [words('It was the pump.')] },
      { type: 'code', language: 'sql', text: 'SELECT 1;\nSELECT 2;' },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          {
            children: [words('outer')],
            nested: { type: 'list', ordered: false, start: 1, items: [{ children: [words('inner')], nested: null }] },
          },
          { children: [words('last')], nested: null },
        ],
      },
    ),
  )
  expect(text.split('\n')).toEqual([
    'The pump',
    'Water from the well',
    'in 1854',
    'It was the pump.',
    'SELECT 1;',
    'SELECT 2;',
    'outer',
    'inner',
    'last',
  ])
})

test('a note without words is blank, whatever its blocks', () => {
  expect(isBlankNote(note())).toBe(true)
  expect(isBlankNote(note({ type: 'paragraph', children: [words(' '), { type: 'break' }] }))).toBe(true)
  const list: Block = { type: 'list', ordered: false, start: 1, items: [{ children: [], nested: null }] }
  expect(isBlankNote(note(list))).toBe(true)
  expect(isBlankNote(note(list, { type: 'code', language: null, text: 'x' }))).toBe(false)
})
