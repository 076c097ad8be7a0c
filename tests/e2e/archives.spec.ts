import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { WIKI } from '../support/wiki-archive'
import { buildZim } from '../support/zim-builder'
import { expect, expectAccessible, openRow, test } from './support'

const BYTES = buildZim(WIKI)
let folder: string

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-archive-'))
  writeFileSync(join(folder, 'wiki.zim'), BYTES)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function addByPath(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'ZIM archives' }).click()
  await page.getByRole('button', { name: 'Add archive…' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add a ZIM archive' })
  await dialog.getByRole('textbox', { name: 'Path on this computer' }).fill(path)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
}

const preview = (page: Page) => page.frameLocator('.archive-preview iframe')
const title = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(`^${name}`, 'u') })

test('an archive is added, searched, looked at, and its article read with its picture', async ({ page }) => {
  await addByPath(page, join(folder, 'wiki.zim'))
  await expect(page.getByRole('heading', { name: 'Wikipedia on a shelf' })).toBeVisible()
  await expect(preview(page).getByRole('heading', { name: 'Main Page' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('searchbox').fill('curie')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(preview(page).getByRole('heading', { name: 'Marie Curie' })).toBeVisible()
  const picture = preview(page).getByRole('img', { name: 'Curie in her laboratory' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(16)

  await preview(page).getByRole('link', { name: 'radium' }).click()
  await expect(preview(page).getByRole('heading', { name: 'Radium' })).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(preview(page).getByRole('heading', { name: 'Marie Curie' })).toBeVisible()

  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(title(page, 'Marie Curie')).toContainText('In library')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const article = page.frameLocator('iframe.article-frame')
  await expect(article.getByText('She was born in Warsaw')).toBeVisible()
  const kept = article.locator('img')
  await expect.poll(() => kept.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(16)
  await expect(kept).toHaveAttribute('src', /^\/assets\//u)
})

test('nothing of a page runs or asks for anything elsewhere', async ({ page, address }) => {
  const { origin } = new URL(address)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await addByPath(page, join(folder, 'wiki.zim'))
  await title(page, 'Marie Curie').click()
  await preview(page)
    .getByText('She died in 1934')
    .click({ position: { x: 4, y: 8 } })
  await expect(preview(page).locator('script, [onclick], [src^="http"]')).toHaveCount(0)
  await preview(page).getByRole('link', { name: 'a good one' }).click()
  await expect(page.getByText('This link leads out of the archive, to example.org')).toBeVisible()
  expect(
    asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
  ).toEqual([])
  expect(await page.title()).not.toBe('ran')
})

test('several titles are chosen from the keyboard and imported together', async ({ page }) => {
  await addByPath(page, join(folder, 'wiki.zim'))
  await expect(page.getByRole('option')).toHaveCount(6)
  await page.getByRole('searchbox').fill('rad')
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import 2 articles' }).click()
  await expect(page.getByText('In library')).toHaveCount(2)
  await page.getByRole('link', { name: /^Inbox/u }).click()
  await openRow(page, 'Radium')
})

test('a browser copies a dropped archive into the library, and removing it asks first', async ({ page }) => {
  await page.getByRole('link', { name: 'ZIM archives' }).click()
  await expect(page.getByText('No archives yet')).toBeVisible()
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'dropped.zim'))
      return data
    },
    [...BYTES],
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('heading', { name: 'Wikipedia on a shelf' })).toBeVisible()
  await page.getByRole('button', { name: 'All archives' }).click()
  await page.getByRole('button', { name: 'Check Wikipedia on a shelf' }).click()
  await expect(page.getByText('is whole')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Wikipedia on a shelf…' }).click()
  await page.getByRole('button', { name: 'Delete the copy' }).click()
  await expect(page.getByText('No archives yet')).toBeVisible()
})

test('what cannot be added says why, and a file that has gone says so', async ({ page }) => {
  const file = join(folder, 'away.zim')
  writeFileSync(file, BYTES)
  await addByPath(page, join(folder, 'no-such.zim'))
  await expect(page.getByRole('alert')).toContainText('is not there')
  await page.keyboard.press('Escape')
  await addByPath(page, file)
  await expect(page.getByRole('heading', { name: 'Wikipedia on a shelf' })).toBeVisible()
  rmSync(file)
  await page.getByRole('button', { name: 'All archives' }).click()
  await page.reload()
  await expect(page.getByText('Its file is not at')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Find Wikipedia on a shelf again…' })).toBeVisible()
})
