import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextLevel, tagChoices, tagMeant } from './tag-choices'

const KNOWN = ['maps', 'History', 'history/medicine', 'history/medicine/cholera', 'public history', 'café']
const tags = (typed: string, present: string[] = []) => tagChoices(typed, KNOWN, present).map(({ tag }) => tag)

test('what is typed whole comes first, then what begins so, a level of it, and the rest', () => {
  expect(tagChoices('HISTORY', KNOWN, [])[0]).toEqual({ tag: 'History', isNew: false })
  expect(tags('medicine')).toEqual(['medicine', 'history/medicine', 'history/medicine/cholera'])
  expect(tagChoices('medicine', KNOWN, [])[0]?.isNew).toBe(true)
  expect(tags('hist')).toEqual(['hist', 'History', 'history/medicine', 'history/medicine/cholera', 'public history'])
  expect(tags('cafe')).toEqual(['cafe', 'café'])
})

test('a slash at the end asks for what is nested, and what is there already is not new', () => {
  expect(tags('history/')).toEqual(['History', 'history/medicine', 'history/medicine/cholera'])
  expect(tags('#new', ['NEW'])).toEqual([])
  expect(tagMeant(' #history // Medicine/', KNOWN)).toBe('history/medicine')
})

test('levels are filled in one after the other', () => {
  expect(nextLevel('hi', KNOWN)).toBe('History')
  expect(nextLevel('history', KNOWN)).toBe('history/medicine')
  expect(nextLevel('history/medicine', KNOWN)).toBe('history/medicine/cholera')
  expect(nextLevel('history/medicine/cholera', KNOWN)).toBeNull()
  expect(nextLevel('', KNOWN)).toBeNull()
})

test('whatever is typed, the tag that is typed whole is the first choice or is there already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...KNOWN), (text, known) => {
      for (const typed of [text, known + text, known.slice(0, 3)]) {
        const meant = tagMeant(typed, KNOWN)
        if (meant !== '') expect(tagChoices(typed, KNOWN, [])[0]?.tag).toBe(meant)
      }
    }),
  )
})
