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

const STYLE = `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Soho Record</title><id>http://example.org/soho-record</id></info>
  <citation><layout prefix="{" suffix="}"><names variable="author"><name form="short"/></names></layout></citation>
  <bibliography><layout><text variable="title" font-style="italic" suffix=", "/><date variable="issued" form="text" date-parts="year-month"/></layout></bibliography>
</style>`
const DEPENDENT = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Some Journal</title><id>http://example.org/j</id>
  <link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>`

test('a style file is added in the settings, used for citations in the language that is set, and removed', async ({
  page,
}, info) => {
  const here = page.url()
  await page.goto(new URL('#/settings/exporting', here).href)
  const citations = page.getByRole('region', { name: 'Citations' })
  const add = async (name: string, text: string) => {
    await writeFile(info.outputPath(name), text)
    const chooser = page.waitForEvent('filechooser')
    await citations.getByRole('button', { name: 'Add a style…' }).click()
    await (await chooser).setFiles(info.outputPath(name))
  }
  await add('journal.csl', DEPENDENT)
  await expect(citations.getByRole('alert')).toContainText('is written as another style, apa')
  await add('soho.csl', STYLE)
  await expect(citations.getByRole('alert')).toHaveCount(0)
  await expect(citations.getByRole('button', { name: /Citation style/u })).toContainText('Soho Record')
  await citations.getByRole('button', { name: /Language of citations/u }).click()
  await page.getByRole('option', { name: 'Français' }).click()
  await expect(citations.getByRole('button', { name: /Language of citations/u })).toContainText('Français')

  await page.goto(here)
  await row(page, 'On the mode').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy citation' }).click()
  await expect.poll(() => clipboard(page)).toContain('On the mode of communication, janvier 1855')

  await page.goto(new URL('#/settings/exporting', here).href)
  await citations.getByRole('button', { name: 'Remove Soho Record' }).click()
  await expect(citations.getByRole('button', { name: /Citation style/u })).toContainText('APA')
})

test('a style file that is dropped on its settings is added, not brought in as an article', async ({ page }) => {
  await page.goto(new URL('#/settings/exporting', page.url()).href)
  const citations = page.getByRole('region', { name: 'Citations' })
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'soho.csl'))
    return data
  }, STYLE)
  await citations.getByText('Other styles').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(citations.getByRole('list', { name: 'Styles that you added' })).toContainText('Soho Record')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
