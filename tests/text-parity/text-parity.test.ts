import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import { snapshotDocument } from '../../src-main/hosts/snapshot-document'
import { launchChromium } from './chromium'

const root = resolve(import.meta.dirname, '../..')
const corpora = resolve(root, '../shared/corpora')
const readBytes = createReadBytes({ loadImage: async () => null })

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ javaScriptEnabled: false })
})
afterAll(() => browser.close())

/** Pages as they come, in a stable order; every n-th where there are many. */
function pagesOf(folder: string, every: number): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html$/u.test(entry.name) && entry.name !== 'expected.html')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .filter((_, index) => index % every === 0)
}

async function expectParity(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file))
  const source = {
    bytes,
    name: basename(file),
    format: 'html',
    via: 'file',
    url: null,
    contentType: null,
    folder: null,
  } as const
  const article = await readBytes(source)
  const { html, language, direction, title, text } = article
  await page.setContent(snapshotDocument({ html, language, direction, title }), { waitUntil: 'commit' })
  const seen = await page
    .locator('main#content')
    .evaluate((content) => ({ text: content.textContent, html: content.innerHTML }))
  expect(seen.text === text, `${file}: ${firstDifference(seen.text ?? '', text)}`).toBe(true)
  expect(seen.html.length > 0 && text.length > 0).toBe(true)
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return `at ${at}: Chromium ${JSON.stringify(one.slice(at, at + 40))}, core ${JSON.stringify(other.slice(at, at + 40))}`
}

describe('the text that is stored is the text that Chromium shows', () => {
  test.each(pagesOf(join(root, 'tests/fixtures/pages'), 1))('%s', expectParity)

  const real = [
    ...pagesOf(join(corpora, 'readability'), process.env['ALL_PAGES'] ? 1 : 8),
    ...pagesOf(join(corpora, 'wikipedia'), process.env['ALL_PAGES'] ? 1 : 3),
  ]
  test.skipIf(real.length === 0)(
    real.length === 0 ? 'real pages: skipped, ../shared/corpora is not here' : `${real.length} real pages`,
    async () => {
      for (const file of real) await expectParity(file)
    },
    300_000,
  )
})
