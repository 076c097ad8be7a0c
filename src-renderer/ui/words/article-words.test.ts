import { expect, test } from 'vitest'
import { counted, minutesInWords, progressInWords, sourceName } from './article-words'

test('reading time is said in minutes, then in hours', () => {
  expect(minutesInWords(0)).toBe('1 min')
  expect(minutesInWords(230 * 14)).toBe('14 min')
  expect(minutesInWords(230 * 60)).toBe('1 h')
  expect(minutesInWords(230 * 190)).toBe('3 h 10 min')
})

test('progress names the share read, and nothing before the first reading', () => {
  const article = (fraction: number) => ({ progress: { offset: 0, fraction }, wordCount: 230 * 14 })
  expect(progressInWords(article(0))).toBe('14 min')
  expect(progressInWords(article(0.38))).toBe('38% of 14 min')
  expect(progressInWords(article(0.99))).toBe('Finished')
})

test('a source is named by its site, then its host, then its kind', () => {
  const none = { siteName: null, sourceUrl: null, format: 'html' as const }
  expect(sourceName({ ...none, siteName: 'Wikipedia' })).toBe('Wikipedia')
  expect(sourceName({ ...none, sourceUrl: 'https://www.example.org/a' })).toBe('example.org')
  expect(sourceName(none)).toBe('Saved page')
})

test('counts agree with their noun', () => {
  expect(counted(1, 'highlight')).toBe('1 highlight')
  expect(counted(2000, 'article')).toBe('2,000 articles')
})
