import { readFile } from 'node:fs/promises'
import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, row, test } from './support'

test('an article’s highlights are previewed, downloaded, and the same twice', async ({ page }) => {
  await addFiles(page, ARTICLES)
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'Export notes' })
  await expect(dialog.getByText('Nothing to export')).toBeVisible()
  await page.keyboard.press('Escape')

  await openRow(page, '2023 Karachi police station attack')
  await highlightSentence(page, '2')
  const download = async () => {
    await page.keyboard.press('ControlOrMeta+e')
    await expect(dialog.getByLabel('Preview')).toContainText('# 2023 Karachi police station attack')
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    const file = await saved
    await expect(dialog).toBeHidden()
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const first = await download()
  expect(first.name).toBe('2023 Karachi police station attack.md')
  expect(first.text).toContain('> Mass murder in Sindh by Pakistani Taliban')
  expect(first.text).toContain('lectern://open/')
  expect(await download()).toEqual(first)

  await page.keyboard.press('ControlOrMeta+e')
  await dialog.getByRole('radio', { name: 'Whole library' }).click()
  await expect(dialog.getByText('1 file, 1 highlight or note')).toBeVisible()
  await expectAccessible(page)
})

test('an article whole: its print view is shown, and printed without any script', async ({ page }) => {
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi police station attack')
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Format$/u }).click()
  await page.getByRole('option', { name: 'Whole text (PDF)' }).click()
  const preview = dialog.frameLocator('iframe[title="Preview"]')
  await expect(preview.getByRole('heading', { name: '2023 Karachi police station attack' })).toBeVisible()
  await expectAccessible(page)
  // Headless browsers print to nowhere; the frame that is printed says whether there was something to print.
  await page.evaluate(() => {
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLIFrameElement && node.title === 'Print view')
            node.addEventListener('load', () => (document.title = node.contentDocument?.title ?? ''))
    })
    watch.observe(document.body, { childList: true })
  })
  await dialog.getByRole('button', { name: 'Make PDF' }).click()
  await expect(page).toHaveTitle(/2023 Karachi police station attack/u)
})

test('several articles become one document: shown for printing, and as one Markdown file', async ({ page }) => {
  await addFiles(page, ARTICLES)
  await row(page, '2023 Karachi').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog')
  const choose = async (format: string) => {
    await dialog.getByRole('button', { name: /Format$/u }).click()
    await page.getByRole('option', { name: format }).click()
  }
  await choose('Whole text (PDF)')
  const preview = page.frameLocator('iframe[title="Preview"]')
  await expect(preview.locator('section.article')).toHaveCount(4)
  await expect(preview.getByRole('heading', { name: '2023 Karachi police station attack', level: 1 })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Make PDF' })).toBeEnabled()
  await choose('Whole text (Markdown)')
  await expect(dialog.getByText('4 files, 4 articles')).toBeVisible()
  await dialog.getByRole('radio', { name: 'One for all' }).click()
  await expect(dialog.getByText('1 file, 4 articles')).toBeVisible()
  await expectAccessible(page)
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^Lectern articles\.(?:md|zip)$/u)
})
