import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { root, test } from './app'

const TITLE = 'The many kinds'

test('a passage marked by caret, a topic and a note that stands alone are there after a restart, and in the notes folder', async ({
  start,
  library,
}) => {
  test.slow()
  const first = await start(join(root, 'tests/fixtures/pages/passages.html'))
  const { page } = first
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${TITLE}`, 'u') })).toBeVisible()
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  await page.keyboard.press('i')
  await expect(page.locator('.caret')).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  await page.keyboard.press('h')
  await page.keyboard.press('Escape')

  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('searchbox').fill('Reading well')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^Reading well/u })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Notes' }).click()
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click()
  await expect(page.locator('.note-editor__content')).toBeFocused()
  await page.keyboard.type('# A thought of its own')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await first.close()

  const again = (await start()).page
  await expect(again.getByRole('row', { name: /^Reading well/u })).toBeVisible()
  await again.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Notes' }).click()
  await expect(again.getByText('A thought of its own').first()).toBeVisible()
  const folder = join(library, 'vault')
  await mkdir(folder)
  await again.goto(new URL('#/settings/exporting', again.url()).href)
  await again.getByRole('textbox', { name: 'Folder on this computer' }).fill(folder)
  await again.getByRole('button', { name: 'Use this folder' }).click()
  await again.getByRole('button', { name: 'Sync now' }).click()
  await expect(again.getByText('3 files changed, 0 did not.').first()).toBeVisible()
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
  expect(files).toHaveLength(3)
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  expect(texts.join('\n')).toContain('marks more than plain sentences.')
})
