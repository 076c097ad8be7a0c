import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, row, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

const openTrash = (page: Page) => page.getByRole('link', { name: /^Trash/u }).click()
const summary = (page: Page) => page.locator('.page-header').getByRole('status')

test('deleted highlights wait in Trash with note and tags, and come back by keyboard with their place', async ({
  page,
}) => {
  test.slow()
  await openRow(page, KARACHI)
  for (const key of ['1', '2'] as const) await highlightSentence(page, key)
  await page.keyboard.press('v')
  await page.keyboard.press('n')
  await page.keyboard.type('What goes with it')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /^All highlights/u }).click()
  await page.locator('.highlight-entry').first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('toolbar', { name: 'Selected highlights' }).getByRole('status')).toHaveText('3 selected')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing highlighted yet')).toBeVisible()

  await openTrash(page)
  await expect(summary(page)).toHaveText('3 items')
  await expect(page.getByRole('heading', { name: 'Highlights and article notes 3' })).toBeVisible()
  await expect(page.getByText('What goes with it')).toBeVisible()
  await expect(page.getByText(/30 days left, until \d+ \w+/u)).toHaveCount(3)
  await expectAccessible(page)

  const restore = page.getByRole('button', { name: /^Restore highlight/u })
  await restore.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(restore.nth(1)).toBeFocused()
  const next = await restore.nth(2).getAttribute('aria-label')
  await page.keyboard.press('Enter')
  await expect(summary(page)).toHaveText('2 items')
  await expect(page.getByRole('button', { name: next ?? '' })).toBeFocused()

  await page.keyboard.press('Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete this highlight now?' })
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete highlight' }).click()
  await expect(summary(page)).toHaveText('1 item')
  await expect(restore).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Trash is empty', { exact: true })).toBeVisible()
  await expect(page.getByRole('main', { name: 'Trash' })).toBeFocused()
  // Restoring is undone like anything else.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(restore).toBeVisible()
  await page.getByRole('link', { name: /^All highlights/u }).click()
  await expect(page.locator('.highlight-entry')).toHaveCount(1)
})

test('a highlight comes back with its article where that is in Trash too; what is gone for good says so', async ({
  page,
}) => {
  test.slow()
  await openRow(page, KARACHI)
  await highlightSentence(page, '1')
  await page.getByRole('link', { name: /^All highlights/u }).click()
  await page.locator('.highlight-entry').focus()
  await page.keyboard.press('Delete')
  await page.goto(new URL('#/all', page.url()).href)
  await row(page, KARACHI).focus()
  await page.keyboard.press('Delete')
  await openTrash(page)
  await expect(page.getByText('(in Trash too)')).toBeVisible()
  await page.getByRole('button', { name: /^Restore highlight/u }).click()
  await expect(page.getByText('Highlight restored with its article')).toBeVisible()
  await expect(page.getByText('Trash is empty', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: /^All highlights/u }).click()
  await page.locator('.highlight-entry').focus()
  await page.keyboard.press('Delete')
  await openTrash(page)
  await page.getByRole('button', { name: 'Empty Trash…' }).click()
  await page.getByRole('alertdialog', { name: 'Empty Trash?' }).getByRole('button', { name: 'Delete 1 item' }).click()
  await expect(page.getByText('Trash is empty', { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/deleted for good in the meantime and cannot be restored/u)).toBeVisible()
})

test('a saved search goes to Trash and comes back', async ({ page }) => {
  await page.goto(new URL('#/search', page.url()).href)
  await page.getByRole('combobox').fill('police')
  await page.getByRole('button', { name: 'Save search', exact: true }).click()
  const saved = page.getByRole('region', { name: 'Saved searches' }).getByRole('link', { name: 'police' })
  await expect(saved).toBeVisible()
  await saved.focus()
  await page.keyboard.press('Delete')
  await expect(saved).toBeHidden()
  await openTrash(page)
  await page.getByRole('button', { name: 'Restore saved search police' }).click()
  await expect(saved).toBeVisible()
})
