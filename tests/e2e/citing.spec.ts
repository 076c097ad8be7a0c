import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { selectWords } from './select-words'
import { addFiles, expect, openRow, row, test } from './support'

const PAGE = `<!doctype html><html lang="en"><head><title>On the mode of communication</title><meta name="author" content="John Snow">
  <meta property="article:published_time" content="1855-01-01"></head><body><article><h1>On the mode of communication</h1>
  <p>The most terrible outbreak of cholera which ever occurred in this kingdom, is probably that which took place in Broad Street.
  Within two hundred and fifty yards of the spot there were upwards of five hundred fatal attacks in ten days.</p></article></body></html>`

test.beforeEach(async ({ page, context }, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await writeFile(info.outputPath('pump.html'), PAGE)
  await addFiles(page, [info.outputPath('pump.html')])
})

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('an article and a passage are copied as citations, in the style that was chosen', async ({ page }) => {
  await openRow(page, 'On the mode')
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').fill('copy citation')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Citation copied')).toBeVisible()
  expect(await clipboard(page)).toContain('Snow, J. (1855')

  await selectWords(page, 'upwards of five hundred fatal attacks')
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy quote with citation' }).click()
  await expect(page.getByText('Quote copied, with its citation')).toBeVisible()
  expect(await clipboard(page)).toContain('“upwards of five hundred fatal attacks” (Snow, 1855)')

  // The style is remembered where it is chosen.
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'Export notes' })
  await dialog.getByRole('button', { name: /Format$/u }).click()
  await page.getByRole('option', { name: 'Bibliography' }).click()
  await dialog.getByRole('button', { name: /Citation style$/u }).click()
  await page.getByRole('option', { name: 'MLA, 9th edition' }).click()
  await expect(dialog).toContainText('Snow, John.')
  await page.keyboard.press('Escape')
  await selectWords(page, 'cholera which ever occurred')
  await page.keyboard.press('Shift+Q')
  await expect.poll(() => clipboard(page)).toContain('“cholera which ever occurred” (Snow)')
  expect(await clipboard(page)).toContain('Snow, John.')
})

test('a row of the list is copied as a citation from its menu', async ({ page }) => {
  await row(page, 'On the mode').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy citation' }).click()
  await expect.poll(() => clipboard(page)).toContain('Snow, J. (1855')
})
