import { expect, test } from 'vitest'
import { TAG_IN_TEXT, triggerBefore } from './trigger'

test('a slash at the beginning or behind a space asks for a block', () => {
  expect(triggerBefore('/')).toEqual({ kind: 'slash', query: '', length: 1 })
  expect(triggerBefore('so /head')).toEqual({ kind: 'slash', query: 'head', length: 5 })
  expect(triggerBefore('and/or')).toBeNull()
  expect(triggerBefore('/ ')).toBeNull()
})

test('a number sign with a letter asks for a tag, a heading or an address does not', () => {
  expect(triggerBefore('see #hist')).toEqual({ kind: 'tag', query: 'hist', length: 5 })
  expect(triggerBefore('#')).toBeNull()
  expect(triggerBefore('page#part')).toBeNull()
})

test('two brackets ask for a link, whatever words stand behind them', () => {
  expect(triggerBefore('see [[')).toEqual({ kind: 'link', query: '', length: 2, isClosed: false })
  expect(triggerBefore('[[broad street')).toEqual({ kind: 'link', query: 'broad street', length: 14, isClosed: false })
  expect(triggerBefore('[[Snow]]')).toEqual({ kind: 'link', query: 'Snow', length: 8, isClosed: true })
  expect(triggerBefore('[one] [two')).toBeNull()
  expect(triggerBefore('a [[Snow]] b')).toBeNull()
})

test('a tag in text has a letter', () => {
  expect(TAG_IN_TEXT.exec('in #1 of #Медицина/London_2 too')?.[0]).toBe('#Медицина/London_2')
  expect(TAG_IN_TEXT.exec('a#b')).toBeNull()
  expect(TAG_IN_TEXT.exec('#12')).toBeNull()
})
