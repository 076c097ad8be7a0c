import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, openRow, test } from './support'
import { painted, selectWords } from './select-words'

const TITLE = 'The pump in Broad Street'

const pageOf = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
  <link rel="canonical" href="https://parish.example.org/pump"></head>
  <body><article><h1>${TITLE}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`

const FIRST = [
  'Cholera came to Soho in the last week of August 1854, and within ten days five hundred people of the parish had died of it.',
  'Dr Snow drew each death on a map of the parish, house by house, as a short black bar beside the door.',
  'The pump in Broad Street stood in the middle of the bars, and hardly one of them lay nearer to another pump.',
  'The guardians of the parish were polite, and they were not convinced that water was the cause of the deaths.',
  'Still they had the handle of the pump taken off, and the outbreak, which was ending already, came to its end.',
]
const NEWER = [
  'This page was revised in 1901.',
  FIRST[0] ?? '',
  FIRST[1]?.replace('short black bar', 'thin black bar') ?? '',
  'A well was dug near it in later years, and the pump itself became a monument.',
  FIRST[3] ?? '',
  FIRST[4] ?? '',
]

/** Imports a page as an update of the article from the same address. */
async function bringIn(address: string, html: string): Promise<void> {
  const { origin, hash } = new URL(address)
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', origin, ...(token ? { 'x-lectern-token': token } : {}) }
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json()
  }
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  const token = String(field(await post('/api/session', { token: hash.replace('#token=', '') }), 'token'))
  const call = async (name: string, input?: unknown): Promise<unknown> => {
    const answer = await post('/api/call', { name, input }, token)
    if (field(answer, 'ok') !== true) throw new Error(JSON.stringify(answer))
    return field(answer, 'value')
  }
  const importId = await call('imports.begin')
  const bytes = { $bytes: Buffer.from(html).toString('base64') }
  await call('imports.add', { importId, source: { kind: 'file', path: 'pump.html', bytes } })
  await call('imports.start', { importId, onKnown: 'update' })
}

async function annotateAndUpdate(page: Page, address: string): Promise<void> {
  await bringIn(address, pageOf(FIRST))
  await openRow(page, TITLE)
  for (const words of [
    'within ten days',
    'Dr Snow drew each death on a map of the parish',
    'stood in the middle of the bars',
  ]) {
    await selectWords(page, words)
    await page.keyboard.press('1')
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeHidden()
  }
  await selectWords(page, 'as a short black bar beside the door')
  await page.keyboard.press('2')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 3, 'hl-0-green': 1 })
  await bringIn(address, pageOf(NEWER))
  await expect(page.frameLocator('iframe.article-frame').getByText('revised in 1901')).toBeVisible()
}

test('highlights move to a newer version; one whose words are gone waits, and is put back by hand', async ({
  page,
  address,
}) => {
  await annotateAndUpdate(page, address)
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 2, 'hl-0-green': 1 })
  const lost = page.getByRole('region', { name: 'Not found in this version' })
  await expect(lost).toContainText('stood in the middle of the bars')
  await page.getByRole('button', { name: 'Show as a list' }).click()
  const changed = page.getByRole('article', { name: /thin black bar/u })
  await changed.getByText('its words changed').click()
  await expect(changed.getByText('as a short black bar beside the door')).toBeVisible()
  await expectAccessible(page)

  await lost.getByRole('button', { name: 'Attach to selection' }).click()
  await expect(page.getByText('then choose Attach here')).toBeVisible()
  await selectWords(page, 'became a monument')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Attach here' }).click()
  await expect(lost).toBeHidden()
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 3 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(lost).toBeVisible()
  await lost.getByRole('button', { name: 'Keep as is' }).click()
  await expect(lost).toBeHidden()
  await expect(page.getByRole('region', { name: 'Kept without a place' })).toBeVisible()
})

test('the earlier version shows its highlights where they were, and what changed since', async ({ page, address }) => {
  await annotateAndUpdate(page, address)
  const lost = page.getByRole('region', { name: 'Not found in this version' })
  await lost.getByRole('button', { name: 'Show in the earlier version' }).click()
  const version = page.getByRole('dialog', { name: 'Earlier version' })
  await expect(version.getByText('You are reading the version of')).toBeVisible()
  const inVersion = () =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('.versions iframe.article-frame')
      const registry = frame?.contentDocument?.defaultView?.CSS.highlights
      return [...(registry ?? [])].map(([name, ranges]) => [name, ranges.size])
    })
  await expect.poll(inVersion).toEqual(expect.arrayContaining([['hl-0-yellow', 3]]))
  await expectAccessible(page)
  await version.getByRole('button', { name: 'Compare' }).click()
  await expect(version.getByText('3 changes: 1 added, 2 changed')).toBeVisible()
  await expect(version.locator('ins').filter({ hasText: 'thin' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(version.locator('[aria-current="true"]')).toContainText('thin')
  const fold = version.getByRole('button', { name: /^Show .* unchanged/u }).first()
  await fold.click()
  await expect(version.getByText('Cholera came to Soho')).toBeVisible()
  await expect(version.getByRole('button', { name: /^Hide .* unchanged/u })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(version).toBeHidden()
  await page.getByRole('tab', { name: 'About' }).click()
  await expect(page.getByRole('heading', { name: /^Versions/u })).toBeVisible()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(version.getByText('What changed since the version of')).toBeVisible()
  await version.getByRole('button', { name: 'Back to the newest' }).click()
  await expect(version).toBeHidden()
})
