import { expect, test } from 'vitest'
import { textFragmentLink } from './text-fragment'

const link = (
  exact: string,
  url: string | null = 'https://example.org/a',
  around = { prefix: '', suffix: '' },
  paragraphs = [exact],
) => textFragmentLink(url, { exact, ...around }, paragraphs)

test('names a passage on the page that it comes from', () => {
  expect(link('the pump')).toBe('https://example.org/a#:~:text=the%20pump')
  expect(link('a-b, c & d (e)')).toBe('https://example.org/a#:~:text=a%2Db%2C%20c%20%26%20d%20%28e%29')
  expect(link('x', 'https://example.org/a?b=c#part')).toBe('https://example.org/a?b=c#part:~:text=x')
  expect(link('x', 'https://example.org/#:~:text=y')).toBe('https://example.org/#:~:text=x')
})

test('tells a short passage apart by the whole words around it', () => {
  expect(link('pump', undefined, { prefix: 'cut off the Broad Street ', suffix: ' was the cause of i' })).toBe(
    'https://example.org/a#:~:text=off%20the%20Broad%20Street-,pump,-was%20the%20cause%20of',
  )
  expect(link('pum', undefined, { prefix: 'a', suffix: 'p was' })).toBe('https://example.org/a#:~:text=pum')
})

test('names the ends of a long passage, or of one that crosses paragraphs', () => {
  const words = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ')
  expect(link(words)).toBe('https://example.org/a#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39') // prettier-ignore
  expect(link('One two.Three four', undefined, undefined, ['One two.', 'Three four'])).toBe(
    'https://example.org/a#:~:text=One%20two.,Three%20four',
  )
})

test('is nothing for what is not on the web, and takes any text', () => {
  expect(link('x', null)).toBeNull()
  expect(link('x', 'file:///etc/passwd')).toBeNull()
  expect(link('\ud800')).toBe('https://example.org/a#:~:text=%EF%BF%BD')
})
