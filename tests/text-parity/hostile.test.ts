import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sanitize } from '../../src-main/core/imports/cleaning/sanitize'
import { launchChromium } from './chromium'

const Vector = z.object({ id: z.string(), html: z.string() })
const root = resolve(import.meta.dirname, '../..')
const corpus = resolve(root, '../shared/corpora/hostile-html')
const files = [
  resolve(root, 'tests/fixtures/hostile/vectors.jsonl'),
  resolve(corpus, 'dompurify-expect.jsonl'),
  resolve(corpus, 'h5sc.jsonl'),
]

let browser: Browser
let page: Page
const seen: string[] = []
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url !== 'http://frame.test/') seen.push(`request ${url}`)
    return url === 'http://frame.test/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><main id="content"></main>' })
      : route.abort()
  })
  await page.goto('http://frame.test/')
})
afterAll(() => browser.close())

// The frame has a policy and a sandbox besides; here scripts may run and nothing is forbidden, so that only the sanitiser protects.
describe.each(files)('%s', (file) => {
  test.skipIf(!existsSync(file))(
    'runs nothing, loads nothing and takes no name, even where scripts are allowed',
    async () => {
      for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
        const { id, html } = Vector.parse(JSON.parse(line))
        seen.length = 0
        await page.setContent(`<!doctype html><body><main id="content">${sanitize(html)}</main></body>`, {
          waitUntil: 'load',
        })
        const state = await page.evaluate(`(() => {
          const inside = [...document.querySelectorAll('main#content *')]
          for (const element of inside) for (const type of ['mouseover', 'focus', 'error', 'load']) element.dispatchEvent(new Event(type))
          return {
            handlers: inside.flatMap((element) => element.getAttributeNames()).filter((name) => /^on/i.test(name)),
            contents: document.querySelectorAll('#content').length,
            document: document.body.tagName + typeof document.getElementById + typeof document.querySelector + typeof window.hit,
          }
        })()`)
        expect([id, seen, state]).toEqual([
          id,
          [],
          { handlers: [], contents: 1, document: 'BODYfunctionfunctionundefined' },
        ])
      }
    },
    120_000,
  )
})
