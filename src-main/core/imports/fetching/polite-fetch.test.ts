import { expect, test } from 'vitest'
import type { FetchedPage } from './fetch-page'
import { createPoliteFetch } from './polite-fetch'

test('a site is asked for one page at a time; other sites, and this computer, need not wait', async () => {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const page = (url: string): FetchedPage => ({
    ...{ bytes: new Uint8Array(), url, contentType: null, privateHost: null, sheets: [] },
  })
  const get = createPoliteFetch((url) => {
    asked.push(url)
    return new Promise((resolve) => answers.push(() => resolve(page(url))))
  }, 1)
  const { signal } = new AbortController()
  const all = ['https://a.org/1', 'https://a.org/2', 'https://b.org/1', 'http://127.0.0.1/1', 'http://127.0.0.1/2'].map(
    (url) => get(url, signal),
  )
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked.sort()).toEqual(['http://127.0.0.1/1', 'http://127.0.0.1/2', 'https://a.org/1', 'https://b.org/1'])
  for (const answer of answers.splice(0)) answer()
  await all[0]
  while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toContain('https://a.org/2')
  for (const answer of answers.splice(0)) answer()
  await Promise.all(all)
})
